// Package models holds the two request bodies of LMS Connect as a Go server would have them generated: the names of the
// types and the members are part of the error texts. Members that the description marks nullable are pointers.
package models

import (
	"encoding/json"
	"errors"
	"strings"
	"time"
)

type (
	AssigneeMode    string
	GradingType     string
	SubmissionType  string
	SubmissionFlag  string
	SubmissionState string
)

type AttachmentRequest struct {
	Description *string `json:"description"`
	Text        *string `json:"text"`
	Title       *string `json:"title"`
	Type        string  `json:"type"`
	URL         *string `json:"url"`
}

type AssignmentRequest struct {
	AssigneeIds          []string             `json:"assignee_ids"`
	AssigneeMode         *AssigneeMode        `json:"assignee_mode"`
	Attachments          []*AttachmentRequest `json:"attachments"`
	Description          *string              `json:"description"`
	DescriptionPlaintext *string              `json:"description_plaintext"`
	DisplayDate          *DateTime            `json:"display_date"`
	DueDate              *DateTime            `json:"due_date"`
	EndDate              *DateTime            `json:"end_date"`
	GradingType          *GradingType         `json:"grading_type"`
	MaxAttempts          int64                `json:"max_attempts"`
	PointsPossible       *float64             `json:"points_possible"`
	StartDate            *DateTime            `json:"start_date"`
	SubmissionTypes      []SubmissionType     `json:"submission_types"`
	TermID               *string              `json:"term_id"`
	Title                *string              `json:"title"`
}

type SubmissionRequest struct {
	Attachments     []*AttachmentRequest `json:"attachments"`
	ExtraAttempts   int64                `json:"extra_attempts"`
	Flags           []SubmissionFlag     `json:"flags"`
	Grade           *string              `json:"grade"`
	GradeComment    *string              `json:"grade_comment"`
	GradePoints     float64              `json:"grade_points"`
	GraderID        *string              `json:"grader_id"`
	OverrideDueDate *DateTime            `json:"override_due_date"`
	State           *SubmissionState     `json:"state"`
}

// DateTime reads what the generated servers read: one layout after the other, with time.Parse.
type DateTime time.Time

var layouts = []string{
	"2006-01-02T15:04:05.000000Z07:00",
	"2006-01-02T15:04:05.000000Z0700",
	"2006-01-02T15:04:05.000Z07:00",
	"2006-01-02T15:04:05.000Z0700",
	time.RFC3339,
	"2006-01-02T15:04:05",
	"2006-01-02T15:04Z",
	"2006-01-02T15:04",
	"2006-01-02 15:04:05",
	"2006-01-02",
}

// Parse gives the time, the error that the sandbox tells, and the error of the layout tried last, which the generated
// servers tell. They are the same but where an earlier layout fits and a number in it is out of range: LMS Connect
// documents "day out of range", so the sandbox tells that.
func Parse(text string) (at time.Time, reported error, last error) {
	if text == "" {
		return time.Unix(0, 0).UTC(), nil, nil
	}
	for _, layout := range layouts {
		at, last = time.Parse(layout, text)
		if last == nil {
			return at, nil, nil
		}
		var fault *time.ParseError
		if reported == nil && errors.As(last, &fault) && strings.HasSuffix(fault.Message, " out of range") {
			reported = last
		}
	}
	if reported == nil {
		reported = last
	}
	return time.Time{}, reported, last
}

func (t *DateTime) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	at, reported, _ := Parse(text)
	if reported != nil {
		return reported
	}
	*t = DateTime(at)
	return nil
}

// MarshalJSON writes epoch milliseconds, as the sandbox keeps them.
func (t DateTime) MarshalJSON() ([]byte, error) {
	return json.Marshal(time.Time(t).UnixMilli())
}
