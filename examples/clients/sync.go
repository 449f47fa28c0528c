// A small Clever client: Go 1.19 or later, standard library only. Copy it, and put your database where ids are printed.
//
// Jobs: `sync:students` (or another list, such as `sync:users?role=student` of v3.1) prints the ids of a whole list,
// `create-assignment` makes one assignment, `update-submission` passes one grade back. Exit 0 means that the job is
// complete; any other code means that it is not.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

const (
	limit, smallLimit = 1000, 100        // entries per page; the API allows 10,000 and returns 413 for larger pages
	maxPages          = 1000             // a million records: a longer chain of links is treated as an error
	maxBytes          = 32 * 1024 * 1024 // per response
	answerTime        = 20 * time.Second // per response
	maxWait           = 5 * time.Minute  // a rate-limit window lasts a minute: a later Reset is ignored
	stateLasts        = 24 * time.Hour   // older state is discarded, to avoid mixing old and new pages
)

// Before each retry of a request; gives up after five.
var waits = []time.Duration{time.Second, 2 * time.Second, 4 * time.Second, 8 * time.Second, 16 * time.Second}

// No others: a 501 is permanent, and a rejected request stays rejected.
var retried = map[int]bool{429: true, 500: true, 502: true, 503: true}

// failed: the job is not complete. A later run continues where this one stopped, unless startOver is set.
type failed struct {
	message   string
	startOver bool
	tooLarge  bool // 413: the same request would fail again, one with a smaller limit may not
}

func (f *failed) Error() string { return f.message }

func failf(format string, values ...any) error {
	return &failed{message: fmt.Sprintf(format, values...)}
}

// lost: no complete response. The server may or may not have processed the request.
type lost struct{ cause error }

func (l *lost) Error() string { return fmt.Sprintf("no complete response (%v)", l.cause) }

type answer struct {
	status  int
	headers http.Header
	text    []byte
}

type clever struct {
	origin, token string
	readyAt       time.Time // no request is sent before, because the rate limit is exhausted
	http          *http.Client
}

func newClever(origin, token string) *clever {
	return &clever{origin: strings.TrimRight(origin, "/"), token: token, http: &http.Client{
		// A connection that is used again makes net/http repeat lost requests.
		Transport: &http.Transport{DisableKeepAlives: true},
		// Redirects are not followed: they could send the token to another host.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
}

// sendOnce sends once; the error is lost or failed.
func (c *clever) sendOnce(method, uri string, body any) (answer, error) {
	time.Sleep(time.Until(c.readyAt))
	ctx, cancel := context.WithTimeout(context.Background(), answerTime)
	defer cancel()
	var sent io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return answer{}, failf("%v", err)
		}
		sent = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(ctx, method, c.origin+uri, sent)
	if err != nil {
		return answer{}, failf("%v", err)
	}
	request.Header.Set("Authorization", "Bearer "+c.token)
	request.Header.Set("Accept", "application/json")
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
		request.GetBody = nil
	}
	response, err := c.http.Do(request)
	if err != nil {
		return answer{}, &lost{err}
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, maxBytes+1))
	// Error bodies may be truncated.
	if response.StatusCode < 400 {
		if len(text) > maxBytes || errors.Is(err, context.DeadlineExceeded) {
			return answer{}, failf("the response is too large or too slow")
		}
		if err != nil {
			return answer{}, &lost{err}
		}
	}
	if response.StatusCode == 429 || response.Header.Get("X-RateLimit-Remaining") == "0" {
		wait, ok := untilReset(response.Header)
		if !ok {
			wait = waits[0]
		}
		c.readyAt = time.Now().Add(wait)
	}
	return answer{response.StatusCode, response.Header, text}, nil
}

// get sends a GET with the documented retries, and reads the JSON of a 200.
func (c *clever) get(uri string, into any) error {
	for try := 0; ; try++ {
		got, err := c.sendOnce("GET", uri, nil)
		if err == nil && got.status == 200 {
			if json.Unmarshal(got.text, into) != nil {
				return failf("a success with a body that is not what was asked for")
			}
			return nil
		}
		problem := explain(got)
		if err != nil {
			var cut *lost
			if !errors.As(err, &cut) {
				return err
			}
			problem = err.Error()
		} else if !retried[got.status] {
			// 401 and 403 may succeed with another token; other errors are permanent.
			return &failed{problem, got.status != 401 && got.status != 403, got.status == 413}
		}
		if try == len(waits) {
			return failf("%s; gave up after %d retries", problem, len(waits))
		}
		pause(problem, waits[try])
	}
}

type link struct {
	Rel string `json:"rel"`
	URI string `json:"uri"`
}

// Only ids are read here. Fields may be absent, empty or unknown: use what you need, ignore the rest.
type page struct {
	Data *[]struct {
		Data struct {
			ID string `json:"id"`
		} `json:"data"`
	} `json:"data"`
	Links *[]link `json:"links"`
}

// roster holds each id once, in order.
type roster struct {
	ids  []string
	seen map[string]bool
}

func (r *roster) add(id string) {
	if !r.seen[id] {
		r.seen[id] = true
		r.ids = append(r.ids, id)
	}
}

// sync follows the `next` links of a list and returns the unique ids. State is saved after every page.
func (c *clever) sync(version, query, stateFile string) ([]string, error) {
	separator := "?"
	if strings.Contains(query, "?") {
		separator = "&"
	}
	held, uri := load(stateFile)
	if uri == "" {
		uri = fmt.Sprintf("/%s/%s%slimit=%d", version, query, separator, limit)
	}
	collection := strings.SplitN(query, "?", 2)[0]
	err := c.walk(held, uri, collection, stateFile)
	var failure *failed
	if err == nil || errors.As(err, &failure) && failure.startOver {
		os.Remove(stateFile)
	}
	return held.ids, err
}

var limitPart = regexp.MustCompile(`([?&]limit=)(\d+)`)

func (c *clever) walk(held *roster, uri, collection, stateFile string) error {
	asked := map[string]bool{}
	for uri != "" {
		if asked[uri] || len(asked) == maxPages {
			return &failed{message: "the list has too many pages", startOver: true}
		}
		asked[uri] = true
		var got page
		if err := c.get(uri, &got); err != nil {
			var failure *failed
			if part := limitPart.FindStringSubmatch(uri); errors.As(err, &failure) && failure.tooLarge && part != nil {
				if before, _ := strconv.Atoi(part[2]); before > smallLimit {
					uri = limitPart.ReplaceAllString(uri, fmt.Sprintf("${1}%d", smallLimit))
					continue
				}
			}
			return err
		}
		if got.Data == nil || got.Links == nil {
			return failf("a page has no data or no links, so it does not say whether there are more")
		}
		for _, entry := range *got.Data {
			if entry.Data.ID == "" {
				return failf("a page is not a list of records")
			}
			held.add(entry.Data.ID)
		}
		next, err := c.nextLink(*got.Links, collection)
		if err != nil {
			return err
		}
		if next != "" {
			if err := save(stateFile, held, next); err != nil {
				return err
			}
		}
		uri = next
	}
	return nil
}

// nextLink is the `next` link, unchanged, found by its rel. It must stay on this server and in this list.
func (c *clever) nextLink(links []link, collection string) (string, error) {
	for _, one := range links {
		if one.Rel != "next" {
			continue
		}
		uri := strings.TrimPrefix(one.URI, c.origin)
		// This pattern rejects //evil, /\evil, tabs, user:password@ or another collection.
		if !regexp.MustCompile(`^/v[0-9.]+/` + regexp.QuoteMeta(collection) + `(\?[!-~]*)?$`).MatchString(uri) {
			return "", &failed{message: "the next link leads to another list or server", startOver: true}
		}
		return uri, nil
	}
	return "", nil
}

// createAssignment sends a single POST, never retried: there is no idempotency key, and a retry could create a duplicate.
func (c *clever) createAssignment(sectionID string, body json.RawMessage, journal string) (string, error) {
	wanted := sectionID + "\n" + string(body)
	if before, err := os.ReadFile(journal); err == nil && string(before) == wanted {
		return "", failf("outcome unknown since an earlier run: check for the assignment, then delete %s", journal)
	}
	// Before the POST, so that a killed run leaves a trace.
	if err := write(journal, wanted); err != nil {
		return "", err
	}
	const unknown = "outcome unknown, check before creating it again: "
	got, err := c.sendOnce("POST", "/v3.1/sections/"+url.PathEscape(sectionID)+"/assignments", body)
	if err != nil {
		return "", failf("%s%v", unknown, err)
	}
	switch {
	case got.status == 200 || got.status == 201:
		var made struct {
			Data struct {
				ID string `json:"id"`
			} `json:"data"`
		}
		if json.Unmarshal(got.text, &made) != nil || made.Data.ID == "" {
			return "", failf("%sstatus %d without an assignment", unknown, got.status)
		}
		os.Remove(journal)
		return made.Data.ID, nil
	case got.status >= 400 && got.status < 500, got.status == 501:
		os.Remove(journal) // rejected: nothing was created
		return "", failf("%s", explain(got))
	}
	return "", failf("%s%s", unknown, explain(got))
}

type submission struct {
	Data map[string]any `json:"data"`
}

// updateSubmission sends a grade. It reads the submission before a retry: the grade may be stored, or a newer one may exist.
func (c *clever) updateSubmission(sectionID, assignmentID, userID string, body json.RawMessage) error {
	uri := fmt.Sprintf("/v3.1/sections/%s/assignments/%s/submissions/%s",
		url.PathEscape(sectionID), url.PathEscape(assignmentID), url.PathEscape(userID))
	var wanted map[string]any
	if json.Unmarshal(body, &wanted) != nil {
		return failf("the grade is not an object")
	}
	before, err := c.submission(uri)
	if err != nil {
		return err
	}
	for try := 0; ; try++ {
		got, err := c.sendOnce("PATCH", uri, body)
		if err == nil && got.status >= 200 && got.status < 300 {
			return nil
		}
		problem := explain(got)
		if err != nil {
			problem = err.Error()
		} else if !retried[got.status] {
			return failf("%s", problem)
		}
		if try == len(waits) {
			return failf("outcome unknown: %s", problem)
		}
		pause(problem, waits[try])
		now, err := c.submission(uri)
		if err != nil {
			return err
		}
		if contains(now, wanted) {
			return nil // it was stored, only the response was lost
		}
		if !reflect.DeepEqual(now, before) {
			return failf("%s; the submission was changed meanwhile, so it is not overwritten", problem)
		}
	}
}

func (c *clever) submission(uri string) (map[string]any, error) {
	var got submission
	if err := c.get(uri, &got); err != nil {
		return nil, err
	}
	if got.Data == nil {
		return nil, failf("the response contains no submission")
	}
	return got.Data, nil
}

func contains(all, some map[string]any) bool {
	for name, value := range some {
		if !reflect.DeepEqual(all[name], value) {
			return false
		}
	}
	return true
}

var digits = regexp.MustCompile(`^[0-9]{1,10}$`)

// untilReset is how long the window lasts; false if Reset is missing or implausible (past, milliseconds, garbage, years ahead).
func untilReset(headers http.Header) (time.Duration, bool) {
	values := headers.Values("X-RateLimit-Reset")
	if len(values) != 1 || !digits.MatchString(values[0]) {
		return 0, false
	}
	seconds, _ := strconv.ParseInt(values[0], 10, 64)
	reset := time.Unix(seconds, 0)
	longest := time.Duration(0)
	starts := []time.Time{time.Now()}
	// By the server's clock as well, in case the local one is wrong.
	if sent, err := http.ParseTime(headers.Get("Date")); err == nil {
		starts = append(starts, sent)
	}
	for _, from := range starts {
		if wait := reset.Sub(from); wait <= maxWait && wait > longest {
			longest = wait
		}
	}
	return longest, longest > 0
}

// explain is the API's message: `message` (LMS Connect), `error` (Data API), or the plain text. The body may be empty.
func explain(got answer) string {
	text := string(got.text)
	var body struct{ Message, Error string }
	if json.Unmarshal(got.text, &body) == nil {
		text = body.Message
		if text == "" {
			text = body.Error
		}
	}
	if len(text) > 500 {
		text = text[:500]
	}
	printable := strings.Map(func(char rune) rune {
		if unicode.IsPrint(char) {
			return char
		}
		return ' '
	}, text)
	return strings.TrimSpace(fmt.Sprintf("status %d %s", got.status, printable))
}

// load reads the state of an earlier run: the ids so far and the next link.
func load(path string) (*roster, string) {
	held := &roster{seen: map[string]bool{}}
	info, err := os.Stat(path)
	if err != nil || time.Since(info.ModTime()) > stateLasts {
		return held, ""
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return held, ""
	}
	lines := strings.Split(string(text), "\n")
	for _, id := range lines[1:] {
		held.add(id)
	}
	return held, lines[0]
}

// save stores link and ids together. In your system: records and link in one database transaction.
func save(path string, held *roster, uri string) error {
	return write(path, strings.Join(append([]string{uri}, held.ids...), "\n"))
}

// write is atomic, even if the process is killed.
func write(path, text string) error {
	if err := os.WriteFile(path+".new", []byte(text), 0o600); err != nil {
		return err
	}
	return os.Rename(path+".new", path)
}

func pause(problem string, wait time.Duration) {
	fmt.Fprintln(os.Stderr, problem+"; waiting")
	time.Sleep(wait)
}

type input struct {
	SectionID    string          `json:"section_id"`
	AssignmentID string          `json:"assignment_id"`
	UserID       string          `json:"user_id"`
	Body         json.RawMessage `json:"body"`
}

func run() error {
	for _, name := range []string{"CLEVER_BASE_URL", "CLEVER_TOKEN", "CLEVER_JOB"} {
		if os.Getenv(name) == "" {
			return failf("%s is not set", name)
		}
	}
	client := newClever(os.Getenv("CLEVER_BASE_URL"), os.Getenv("CLEVER_TOKEN"))
	job, state := os.Getenv("CLEVER_JOB"), os.Getenv("CLEVER_STATE_DIR")
	var given input
	if text := os.Getenv("CLEVER_JOB_INPUT"); text != "" && json.Unmarshal([]byte(text), &given) != nil {
		return failf("CLEVER_JOB_INPUT is not what was expected")
	}
	switch {
	case strings.HasPrefix(job, "sync:"):
		wanted := strings.TrimPrefix(job, "sync:") // students, or users?role=student
		version := os.Getenv("CLEVER_DATA_VERSION")
		if version == "" {
			version = "v2.0"
		}
		name := regexp.MustCompile(`\W`).ReplaceAllString(wanted, "-") + ".state"
		ids, err := client.sync(version, wanted, filepath.Join(state, name))
		for _, id := range ids {
			fmt.Println(id)
		}
		return err
	case job == "create-assignment":
		id, err := client.createAssignment(given.SectionID, given.Body, filepath.Join(state, "create-assignment.pending"))
		if err == nil {
			fmt.Println(id)
		}
		return err
	case job == "update-submission":
		err := client.updateSubmission(given.SectionID, given.AssignmentID, given.UserID, given.Body)
		if err == nil {
			fmt.Println(given.UserID)
		}
		return err
	}
	return failf("unknown job %s", job)
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "not complete:", err)
		os.Exit(1)
	}
}
