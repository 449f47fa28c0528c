module example.test/sync

go 1.19
