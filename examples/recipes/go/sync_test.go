package sync

import (
	"bufio"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"testing"
)

var sandbox struct{ Origin, Token string }

// One sandbox for all tests.
func TestMain(m *testing.M) {
	command := exec.Command("node_modules/.bin/clever-conformance", "sandbox", "--port", "0", "--students", "250", "--json")
	output, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err != nil {
		panic(err)
	}
	line, err := bufio.NewReader(output).ReadBytes('\n')
	if err == nil {
		err = json.Unmarshal(line, &sandbox)
	}
	if err != nil {
		panic(err)
	}
	code := m.Run()
	command.Process.Signal(os.Interrupt)
	command.Wait()
	os.Exit(code)
}

// Your code, as it runs in production.
func students(origin, token string) (ids []string, err error) {
	for path := "/v2.0/students?limit=100"; path != ""; {
		request, err := http.NewRequest("GET", origin+path, nil)
		if err != nil {
			return nil, err
		}
		request.Header.Set("Authorization", "Bearer "+token)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			return nil, err
		}
		var page struct {
			Data  []struct{ Data struct{ ID string } }
			Links []struct{ Rel, URI string }
		}
		err = json.NewDecoder(response.Body).Decode(&page)
		response.Body.Close()
		if err != nil {
			return nil, err
		}
		path = ""
		for _, link := range page.Links {
			if link.Rel == "next" {
				path = link.URI
			}
		}
		for _, one := range page.Data {
			ids = append(ids, one.Data.ID)
		}
	}
	return ids, nil
}

func TestReadsEveryStudent(t *testing.T) {
	ids, err := students(sandbox.Origin, sandbox.Token)
	if err != nil || len(ids) != 250 {
		t.Fatalf("%d students, %v", len(ids), err)
	}
}
