module clever-conformance/go-json

go 1.19
