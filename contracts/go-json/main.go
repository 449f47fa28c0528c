// Answers what Go says to a body. One question a line on stdin, {"target", "body" (base64)}; one answer a line on
// stdout: {"error"} or {"value"}, for an accepted JSON text also "rest": whether anything but white space follows it.
//
// Targets: "any" (decoded into an interface), "AssignmentRequest" and "SubmissionRequest" (into the models), "time"
// (strfmt's layouts; "last" is the text of the layout tried last, where it is another), "quote" (strconv.Quote),
// "limit" (strconv.ParseInt), "marshal" (json.Marshal of the text as a string), "version" (of Go).
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"runtime"
	"strconv"

	"clever-conformance/go-json/models"
)

type question struct {
	Target string `json:"target"`
	Body   []byte `json:"body"`
}

type answer struct {
	Error string      `json:"error,omitempty"`
	Last  string      `json:"last,omitempty"`
	Value interface{} `json:"value,omitempty"`
	Rest  bool        `json:"rest,omitempty"`
}

func decode(body []byte, into interface{}) answer {
	decoder := json.NewDecoder(bytes.NewReader(body))
	if err := decoder.Decode(into); err != nil {
		return answer{Error: err.Error()}
	}
	rest, _ := io.ReadAll(decoder.Buffered())
	return answer{Value: into, Rest: len(bytes.Trim(rest, " \t\r\n")) > 0}
}

func tell(asked question) answer {
	text := string(asked.Body)
	switch asked.Target {
	case "any":
		var value interface{}
		return decode(asked.Body, &value)
	case "AssignmentRequest":
		return decode(asked.Body, &models.AssignmentRequest{})
	case "SubmissionRequest":
		return decode(asked.Body, &models.SubmissionRequest{})
	case "time":
		at, reported, last := models.Parse(text)
		if reported == nil {
			return answer{Value: at.UnixMilli()}
		}
		if last.Error() == reported.Error() {
			return answer{Error: reported.Error()}
		}
		return answer{Error: reported.Error(), Last: last.Error()}
	case "quote":
		return answer{Value: strconv.Quote(text)}
	case "limit":
		number, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return answer{Error: err.Error()}
		}
		return answer{Value: strconv.FormatInt(number, 10)}
	case "marshal":
		out, _ := json.Marshal(text)
		return answer{Value: string(out)}
	case "version":
		return answer{Value: runtime.Version()}
	}
	return answer{Error: "no such target: " + asked.Target}
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			var asked question
			if json.Unmarshal(line, &asked) != nil {
				panic("a line is no question: " + string(line))
			}
			encoded, _ := json.Marshal(tell(asked))
			out.Write(append(encoded, '\n'))
		}
		if err != nil {
			return
		}
	}
}
