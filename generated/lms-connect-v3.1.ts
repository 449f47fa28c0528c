// Written by npm run generate out of openapi/. Do not edit.
export interface paths {
    "/sections/{section_id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an assignment
         * @description Makes an assignment in the LMS and answers it with its id. Success is 200, not 201. Sending it twice makes two assignments, so look before you repeat it.
         */
        post: operations["createAssignmentForSection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections/{section_id}/assignments/{assignment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
                /**
                 * @description Id of the assignment, as creating it answered.
                 * @example 5f0e4a52-0000-4000-8000-000000000001
                 */
                assignment_id: components["parameters"]["assignment_id"];
            };
            cookie?: never;
        };
        /**
         * Get an assignment
         * @description One assignment as it now stands in the LMS, where teachers may have changed or deleted it.
         */
        get: operations["getAssignmentForSection"];
        put?: never;
        post?: never;
        /**
         * Delete an assignment
         * @description Deletes the assignment in the LMS. A second time answers 404.
         */
        delete: operations["deleteAssignmentForSection"];
        options?: never;
        head?: never;
        /**
         * Change an assignment
         * @description Changes what the body names and leaves the rest. `state` cannot be set.
         */
        patch: operations["updateAssignmentForSection"];
        trace?: never;
    };
    "/sections/{section_id}/assignments/{assignment_id}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
                /**
                 * @description Id of the assignment, as creating it answered.
                 * @example 5f0e4a52-0000-4000-8000-000000000001
                 */
                assignment_id: components["parameters"]["assignment_id"];
            };
            cookie?: never;
        };
        /**
         * List submissions
         * @description One entry for each student who has the assignment, whether anything was handed in or not.
         */
        get: operations["getSubmissionsForAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
                /**
                 * @description Id of the assignment, as creating it answered.
                 * @example 5f0e4a52-0000-4000-8000-000000000001
                 */
                assignment_id: components["parameters"]["assignment_id"];
                /**
                 * @description Id of the student at Clever.
                 * @example 60a000000000000000000301
                 */
                user_id: components["parameters"]["user_id"];
            };
            cookie?: never;
        };
        /**
         * Get a student's submission
         * @description What one student did for one assignment.
         */
        get: operations["getSubmissionForAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Grade a submission
         * @description Passes a grade back to the LMS, or changes another part of the submission. A later grade replaces an earlier one. In Schoology the student must have opened the tool once before.
         */
        patch: operations["updateSubmissionForAssignment"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An assignment in the LMS. Only what both the description and the guide promise is under `required`. */
        LmsAssignment: {
            /**
             * @description Ids of the students who get the assignment; goes with the mode `individuals`.
             * @example [
             *       "60a000000000000000000301"
             *     ]
             */
            assignee_ids?: string[];
            /**
             * @description Who gets the assignment. Most applications want `all`.
             * @example all
             */
            assignee_mode?: components["schemas"]["LmsAssigneeMode"] | null;
            /** @description Material that goes with the assignment. */
            attachments?: components["schemas"]["LmsAttachment"][];
            /**
             * @description Group of assignments in the LMS.
             * @example lms-category-1
             */
            category_id?: string | null;
            /**
             * Format: date-time
             * @description When it was made in the LMS, in UTC.
             * @example 2026-01-05T12:00:00.000Z
             */
            created?: string | null;
            /**
             * @description What students are asked to do. May hold HTML.
             * @example Read the sample chapter and answer the questions.
             */
            description: string;
            /**
             * @description The description without markup.
             * @example Read the sample chapter and answer the questions.
             */
            description_plaintext?: string | null;
            /**
             * Format: date-time
             * @description From when students see it.
             * @example 2026-01-05T12:00:00.000Z
             */
            display_date?: string | null;
            /**
             * Format: date-time
             * @description When it is due. May be missing where a teacher made the assignment by hand.
             * @example 2026-02-02T23:59:59.000Z
             */
            due_date?: string | null;
            /**
             * Format: date-time
             * @description After this nothing can be handed in.
             * @example 2026-02-09T23:59:59.000Z
             */
            end_date?: string | null;
            /** @description Scales that grades are given on. */
            grading_scale?: components["schemas"]["LmsGradingScale"][];
            /**
             * @description How it is graded. The description has it always there, the guide does not list it as guaranteed.
             * @example points
             */
            grading_type?: components["schemas"]["LmsGradingType"];
            /**
             * Format: uuid
             * @description Id of the assignment, a UUID. Keep it: there is no list to find it in.
             * @example 5f0e4a52-0000-4000-8000-000000000001
             */
            id: string;
            /**
             * Format: date-time
             * @description When it last changed in the LMS, in UTC.
             * @example 2026-01-06T08:15:30.000Z
             */
            last_modified?: string | null;
            /**
             * @description How often a student may hand in.
             * @example 3
             */
            max_attempts?: number;
            /**
             * @description Points for a perfect result.
             * @example 100
             */
            points_possible?: number | null;
            /**
             * Format: date-time
             * @description From when students can hand in. Canvas does not know it apart from `display_date`.
             * @example 2026-01-05T12:00:00.000Z
             */
            start_date?: string | null;
            /**
             * @description Where the assignment stands.
             * @example open
             */
            state: components["schemas"]["LmsAssignmentState"];
            /**
             * @description What students can hand in. Left out, Canvas shows that nothing is to be handed in.
             * @example [
             *       "link",
             *       "text"
             *     ]
             */
            submission_types?: components["schemas"]["LmsSubmissionType"][];
            /**
             * @description The term of the LMS that the assignment belongs to. Not supported by Canvas.
             * @example lms-term-1
             */
            term_id?: string | null;
            /**
             * @description What students see in their list.
             * @example Sample reading
             */
            title: string;
        };
        /** @description What can be set of an assignment. In a PATCH an absent key leaves the value as it is. */
        LmsAssignmentRequest: {
            /**
             * @description Ids of the students who get the assignment; goes with the mode `individuals`.
             * @example [
             *       "60a000000000000000000301"
             *     ]
             */
            assignee_ids?: string[];
            /**
             * @description Who gets the assignment. Most applications want `all`.
             * @example all
             */
            assignee_mode?: components["schemas"]["LmsAssigneeMode"] | null;
            /** @description Material that goes with the assignment. */
            attachments?: components["schemas"]["LmsAttachmentRequest"][];
            /**
             * @description What students are asked to do. May hold HTML.
             * @example Read the sample chapter and answer the questions.
             */
            description?: string | null;
            /**
             * @description The description without markup.
             * @example Read the sample chapter and answer the questions.
             */
            description_plaintext?: string | null;
            /**
             * Format: date-time
             * @description From when students see it.
             * @example 2026-01-05T12:00:00.000Z
             */
            display_date?: string | null;
            /**
             * Format: date-time
             * @description When it is due. Must lie in the future, and must be a day that exists.
             * @example 2026-02-02T23:59:59.000Z
             */
            due_date?: string | null;
            /**
             * Format: date-time
             * @description After this nothing can be handed in.
             * @example 2026-02-09T23:59:59.000Z
             */
            end_date?: string | null;
            /**
             * @description How it is graded.
             * @example points
             */
            grading_type?: components["schemas"]["LmsGradingType"] | null;
            /**
             * @description How often a student may hand in.
             * @example 3
             */
            max_attempts?: number;
            /**
             * @description Points for a perfect result.
             * @example 100
             */
            points_possible?: number | null;
            /**
             * Format: date-time
             * @description From when students can hand in. Canvas does not know it apart from `display_date`.
             * @example 2026-01-05T12:00:00.000Z
             */
            start_date?: string | null;
            /**
             * @description What students can hand in. Left out, Canvas shows that nothing is to be handed in.
             * @example [
             *       "link",
             *       "text"
             *     ]
             */
            submission_types?: components["schemas"]["LmsSubmissionType"][];
            /**
             * @description The term of the LMS that the assignment belongs to. Not supported by Canvas.
             * @example lms-term-1
             */
            term_id?: string | null;
            /**
             * @description What students see in their list.
             * @example Sample reading
             */
            title?: string | null;
        };
        /** @description Material or work, as the LMS has it. */
        LmsAttachment: {
            /**
             * @description What it is, free text.
             * @example A sample worksheet
             */
            description?: string | null;
            /**
             * @description Id of the file in the LMS.
             * @example lms-file-1
             */
            file_external_id?: string | null;
            /**
             * @description Size in bytes.
             * @example 2048
             */
            size?: number;
            /**
             * @description Address of a small picture of it.
             * @example https://files.example.org/thumbnails/1.png
             */
            thumbnail_url?: string | null;
            /**
             * @description What students see.
             * @example Worksheet
             */
            title?: string | null;
            /**
             * @description Kind of attachment; the LMS decides which words it uses.
             * @example file
             */
            type: string;
            /**
             * @description Address of the content.
             * @example https://files.example.org/worksheet.pdf
             */
            url?: string | null;
        };
        /** @description Material or work to add. */
        LmsAttachmentRequest: {
            /**
             * @description What it is, free text.
             * @example A sample worksheet
             */
            description?: string | null;
            /**
             * @description What people see.
             * @example Worksheet
             */
            title?: string | null;
            /**
             * @description Kind of attachment. The description lists `file` alone; the guides also send `text` and `link`. Schoology takes file and text only.
             * @example file
             * @enum {string}
             */
            type: "file" | "link" | "text";
            /**
             * @description Address from which the LMS fetches the content.
             * @example https://files.example.org/worksheet.pdf
             */
            url?: string | null;
            /**
             * @description The content itself, for the type `text`. From the guides; the description does not list it.
             * @example Sample answer
             */
            text?: string | null;
        };
        /** @description What one student did for one assignment, and the grade for it. */
        LmsSubmission: {
            /**
             * Format: uuid
             * @description The assignment that it belongs to.
             * @example 5f0e4a52-0000-4000-8000-000000000001
             */
            assignment_id: string;
            /** @description What the student handed in. */
            attachments?: components["schemas"]["LmsAttachment"][];
            /**
             * Format: date-time
             * @description When it was made in the LMS, in UTC.
             * @example 2026-01-05T12:00:00.000Z
             */
            created?: string | null;
            /**
             * @description Attempts beyond those of the assignment.
             * @example 1
             */
            extra_attempts?: number;
            /**
             * @description What is special about it.
             * @example [
             *       "late"
             *     ]
             */
            flags?: components["schemas"]["LmsSubmissionFlag"][];
            /**
             * @description The grade as the LMS shows it: points, a letter, a word.
             * @example 92
             */
            grade?: string | null;
            /**
             * @description What the grader tells the student.
             * @example Sample comment
             */
            grade_comment?: string | null;
            /**
             * @description The grade in points.
             * @example 92
             */
            grade_points?: number;
            /**
             * Format: object-id
             * @description Id of the teacher who gave the grade.
             * @example 60a000000000000000000201
             */
            grader_id?: string | null;
            /**
             * @deprecated
             * @description Id of the submission. Deprecated, and always empty for Google Classroom: go by assignment and user.
             * @example lms-submission-1
             */
            id: string;
            /**
             * Format: date-time
             * @description When it last changed in the LMS, in UTC.
             * @example 2026-01-06T08:15:30.000Z
             */
            last_modified?: string | null;
            /**
             * Format: date-time
             * @description Due date of this student alone.
             * @example 2026-02-05T23:59:59.000Z
             */
            override_due_date?: string | null;
            /**
             * @description Where the submission stands.
             * @example submitted
             */
            state: components["schemas"]["LmsSubmissionState"];
            /**
             * Format: object-id
             * @description Id of the student.
             * @example 60a000000000000000000301
             */
            user_id: string;
        };
        /** @description What can be set of a submission. An absent key leaves the value as it is. */
        LmsSubmissionRequest: {
            /** @description What to hand in for the student. */
            attachments?: components["schemas"]["LmsAttachmentRequest"][];
            /**
             * @description Attempts beyond those of the assignment.
             * @example 1
             */
            extra_attempts?: number;
            /**
             * @description What is special about it.
             * @example [
             *       "late"
             *     ]
             */
            flags?: components["schemas"]["LmsSubmissionFlag"][];
            /**
             * @description The grade as the LMS shows it. A later grade replaces an earlier one.
             * @example 92
             */
            grade?: string | null;
            /**
             * @description What the grader tells the student.
             * @example Sample comment
             */
            grade_comment?: string | null;
            /**
             * @description The grade in points.
             * @example 92
             */
            grade_points?: number;
            /**
             * Format: object-id
             * @description Id of the teacher who gives the grade; must be known to the LMS.
             * @example 60a000000000000000000201
             */
            grader_id?: string | null;
            /**
             * Format: date-time
             * @description Due date of this student alone.
             * @example 2026-02-05T23:59:59.000Z
             */
            override_due_date?: string | null;
            /**
             * @description Where the submission stands.
             * @example returned
             */
            state?: components["schemas"]["LmsSubmissionState"] | null;
        };
        /** @description A scale that grades are given on. */
        LmsGradingScale: {
            /** @description Its steps. */
            entries?: components["schemas"]["LmsGradingScaleEntry"][] | null;
            /**
             * @description Name of the scale.
             * @example Sample letters
             */
            name: string;
        };
        /** @description A step of a grading scale. */
        LmsGradingScaleEntry: {
            /**
             * @description Name of the step.
             * @example A
             */
            name: string;
            /**
             * @description From which value it is given, as text.
             * @example 90
             */
            value: string;
        };
        /** @description Where the list of submissions goes on. */
        LmsSubmissionsLink: {
            /**
             * @description Only `next`: there is no way back.
             * @example next
             * @enum {string}
             */
            rel: "next";
            /**
             * @description A path relative to the host with an opaque cursor, good for two hours.
             * @example /v3.1/sections/60a000000000000000000401/assignments/5f0e4a52-0000-4000-8000-000000000001/submissions?cursor=c2FtcGxl&limit=2
             */
            uri: string;
        };
        /**
         * @description Everybody in the section, or those of `assignee_ids`.
         * @example all
         * @enum {string}
         */
        LmsAssigneeMode: "all" | "individuals";
        /**
         * @description Where an assignment stands.
         * @example draft
         * @enum {string}
         */
        LmsAssignmentState: "draft" | "scheduled" | "open" | "locked";
        /**
         * @description How an assignment is graded.
         * @example points
         * @enum {string}
         */
        LmsGradingType: "points" | "percent" | "pass_fail" | "letter_grade";
        /**
         * @description What is special about a submission.
         * @example excused
         * @enum {string}
         */
        LmsSubmissionFlag: "excused" | "late" | "missing";
        /**
         * @description Where a submission stands.
         * @example created
         * @enum {string}
         */
        LmsSubmissionState: "created" | "submitted" | "returned" | "reclaimed";
        /**
         * @description What can be handed in.
         * @example link
         * @enum {string}
         */
        LmsSubmissionType: "link" | "file" | "text" | "discussion";
        /** @description What a new assignment takes: a title, a description and a due date, and whatever the LMS behind asks for beyond that. */
        LmsNewAssignmentRequest: {
            /**
             * @description Ids of the students who get the assignment; goes with the mode `individuals`.
             * @example [
             *       "60a000000000000000000301"
             *     ]
             */
            assignee_ids?: string[];
            /**
             * @description Who gets the assignment. Most applications want `all`.
             * @example all
             */
            assignee_mode?: components["schemas"]["LmsAssigneeMode"] | null;
            /** @description Material that goes with the assignment. */
            attachments?: components["schemas"]["LmsAttachmentRequest"][];
            /**
             * @description What students are asked to do. May hold HTML.
             * @example Read the sample chapter and answer the questions.
             */
            description: string;
            /**
             * @description The description without markup.
             * @example Read the sample chapter and answer the questions.
             */
            description_plaintext?: string | null;
            /**
             * Format: date-time
             * @description From when students see it.
             * @example 2026-01-05T12:00:00.000Z
             */
            display_date?: string | null;
            /**
             * Format: date-time
             * @description When it is due. Must lie in the future, and must be a day that exists.
             * @example 2026-02-02T23:59:59.000Z
             */
            due_date: string;
            /**
             * Format: date-time
             * @description After this nothing can be handed in.
             * @example 2026-02-09T23:59:59.000Z
             */
            end_date?: string | null;
            /**
             * @description How it is graded.
             * @example points
             */
            grading_type?: components["schemas"]["LmsGradingType"] | null;
            /**
             * @description How often a student may hand in.
             * @example 3
             */
            max_attempts?: number;
            /**
             * @description Points for a perfect result.
             * @example 100
             */
            points_possible?: number | null;
            /**
             * Format: date-time
             * @description From when students can hand in. Canvas does not know it apart from `display_date`.
             * @example 2026-01-05T12:00:00.000Z
             */
            start_date?: string | null;
            /**
             * @description What students can hand in. Left out, Canvas shows that nothing is to be handed in.
             * @example [
             *       "link",
             *       "text"
             *     ]
             */
            submission_types?: components["schemas"]["LmsSubmissionType"][];
            /**
             * @description The term of the LMS that the assignment belongs to. Not supported by Canvas.
             * @example lms-term-1
             */
            term_id?: string | null;
            /**
             * @description What students see in their list.
             * @example Sample reading
             */
            title: string;
        };
        /** @description One assignment in its envelope. */
        LmsAssignmentResponse: {
            data: components["schemas"]["LmsAssignment"];
        };
        /** @description One submission in its envelope. */
        LmsSubmissionResponse: {
            data: components["schemas"]["LmsSubmission"];
        };
        /** @description A page of submissions. Unlike the Data API, the entries stand in the list as they are. */
        LmsSubmissionsResponse: {
            /** @description The submissions. May be empty. */
            data: components["schemas"]["LmsSubmission"][];
            /** @description Absent or empty on the last page. */
            links?: components["schemas"]["LmsSubmissionsLink"][];
        };
        /** @description Every error of LMS Connect, published under the names BadRequest, Unauthorized, NotFound and InternalError. */
        LmsError: {
            /**
             * @description What went wrong. May hold a line break.
             * @example Assignment does not exist
             */
            message: string;
        };
    };
    responses: {
        /** @description The assignment. */
        OneAssignment: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsAssignmentResponse"];
            };
        };
        /** @description The submission. */
        OneSubmission: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsSubmissionResponse"];
            };
        };
        /** @description A page of submissions. */
        SubmissionsPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsSubmissionsResponse"];
            };
        };
        /** @description The assignment is gone. The body is empty, or an empty object; there is nothing to read in it. */
        AssignmentDeleted: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Nothing was created. Fix the body; the message says what is wrong with it. */
        AssignmentNotCreated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description An id in the path does not have the form of one. A well-formed id that is not known answers 404. */
        AssignmentIdInvalid: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description Nothing was changed. Fix the body; the message says what is wrong with it. */
        AssignmentNotUpdated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description An id in the path, the limit or the cursor is none. A cursor older than two hours may come to this; begin the listing anew. */
        SubmissionsNotListed: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description Nothing was changed. Fix the body; the message says what is wrong with it. */
        SubmissionNotUpdated: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description No token was sent. Send one; there is no use in sending the same again. */
        Unauthorized: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description The token is not known, or has no agreement for LMS Connect. Final: do not send again, do not fetch the same token anew. */
        Forbidden: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description The section is not known to this token. */
        SectionNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description The assignment is not there, or no longer. After a DELETE that you sent twice this means that it is done. */
        AssignmentNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description The assignment is not there, or the user has no part in it. */
        UserNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description The path does not know the method. The Data API answers 501 to such requests. The body is empty or holds an empty message. */
        MethodNotAllowed: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description The API or the LMS behind it failed. Wait and send again; before repeating a POST or a PATCH, read what is there. */
        InternalError: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description The LMS behind did not take the change. Wait and send again; sending the same grade twice does no harm. */
        UpdateFailed: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description The API could not be reached behind its gateway. Wait and send again. */
        BadGateway: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description The API is out for the moment. Wait and send again. */
        ServiceUnavailable: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["LmsError"];
                "text/plain": string;
            };
        };
        /** @description The window's requests are used up. The body is empty: do not parse it. Send again once `X-RateLimit-Reset` has passed. */
        TooManyRequests: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: {
        /**
         * @description Id of the section at Clever.
         * @example 60a000000000000000000401
         */
        section_id: string;
        /**
         * @description Id of the assignment, as creating it answered.
         * @example 5f0e4a52-0000-4000-8000-000000000001
         */
        assignment_id: string;
        /**
         * @description Id of the student at Clever.
         * @example 60a000000000000000000301
         */
        user_id: string;
        /**
         * @description How many submissions a page holds at most.
         * @example 50
         */
        limit: number;
        /**
         * @description Where to go on. Opaque: take it from a `next` link, never build it.
         * @example c2FtcGxl
         */
        cursor: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How many requests a window admits. A token that counts in several buckets gets a list, `200, 1200`.
         * @example 1200
         */
        "X-RateLimit-Limit": number;
        /**
         * @description How many requests the window still admits, this one already counted. A list where the limit is one.
         * @example 1199
         */
        "X-RateLimit-Remaining": number;
        /**
         * @description When the count starts afresh, in seconds since 1970 (not a wait, not milliseconds).
         * @example 1767614460
         */
        "X-RateLimit-Reset": number;
        /**
         * @description Name of the count that this request fell into. Servers answer `bearer`; treat it as any text.
         * @example bearer
         */
        "X-RateLimit-Bucket": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createAssignmentForSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LmsNewAssignmentRequest"];
            };
        };
        responses: {
            200: components["responses"]["OneAssignment"];
            400: components["responses"]["AssignmentNotCreated"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["SectionNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getAssignmentForSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
                /**
                 * @description Id of the assignment, as creating it answered.
                 * @example 5f0e4a52-0000-4000-8000-000000000001
                 */
                assignment_id: components["parameters"]["assignment_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneAssignment"];
            400: components["responses"]["AssignmentIdInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AssignmentNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    deleteAssignmentForSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
                /**
                 * @description Id of the assignment, as creating it answered.
                 * @example 5f0e4a52-0000-4000-8000-000000000001
                 */
                assignment_id: components["parameters"]["assignment_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["AssignmentDeleted"];
            400: components["responses"]["AssignmentIdInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AssignmentNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateAssignmentForSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
                /**
                 * @description Id of the assignment, as creating it answered.
                 * @example 5f0e4a52-0000-4000-8000-000000000001
                 */
                assignment_id: components["parameters"]["assignment_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LmsAssignmentRequest"];
            };
        };
        responses: {
            200: components["responses"]["OneAssignment"];
            400: components["responses"]["AssignmentNotUpdated"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AssignmentNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSubmissionsForAssignment: {
        parameters: {
            query?: {
                /**
                 * @description How many submissions a page holds at most.
                 * @example 50
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Where to go on. Opaque: take it from a `next` link, never build it.
                 * @example c2FtcGxl
                 */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
                /**
                 * @description Id of the assignment, as creating it answered.
                 * @example 5f0e4a52-0000-4000-8000-000000000001
                 */
                assignment_id: components["parameters"]["assignment_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SubmissionsPage"];
            400: components["responses"]["SubmissionsNotListed"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["AssignmentNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    getSubmissionForAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
                /**
                 * @description Id of the assignment, as creating it answered.
                 * @example 5f0e4a52-0000-4000-8000-000000000001
                 */
                assignment_id: components["parameters"]["assignment_id"];
                /**
                 * @description Id of the student at Clever.
                 * @example 60a000000000000000000301
                 */
                user_id: components["parameters"]["user_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneSubmission"];
            400: components["responses"]["AssignmentIdInvalid"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UserNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    updateSubmissionForAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the section at Clever.
                 * @example 60a000000000000000000401
                 */
                section_id: components["parameters"]["section_id"];
                /**
                 * @description Id of the assignment, as creating it answered.
                 * @example 5f0e4a52-0000-4000-8000-000000000001
                 */
                assignment_id: components["parameters"]["assignment_id"];
                /**
                 * @description Id of the student at Clever.
                 * @example 60a000000000000000000301
                 */
                user_id: components["parameters"]["user_id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LmsSubmissionRequest"];
            };
        };
        responses: {
            200: components["responses"]["OneSubmission"];
            400: components["responses"]["SubmissionNotUpdated"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["UserNotFound"];
            405: components["responses"]["MethodNotAllowed"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["UpdateFailed"];
            502: components["responses"]["BadGateway"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
