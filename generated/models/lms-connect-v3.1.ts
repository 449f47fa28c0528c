// Written by npm run generate out of openapi/. Do not edit.
import type { ApiModel } from '../../openapi/model-types.ts';

/** The parts of the OpenAPI document that claims and the redactor use. */
export const model: ApiModel = {
  operations: [
    {"id":"createAssignmentForSection","document":"lms-connect-v3.1","method":"POST","path":"/sections/{section_id}/assignments","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"LmsAssignment","requestBody":"LmsNewAssignmentRequest","statuses":{"200":"json","400":"json","401":"json","403":"json","404":"json","405":"empty","429":"empty","500":"json","502":"json","503":"json"},"bodies":{"200":"LmsAssignmentResponse","400":"LmsError","401":"LmsError","403":"LmsError","404":"LmsError","405":"LmsError","500":"LmsError","502":"LmsError","503":"LmsError"}},
    {"id":"getAssignmentForSection","document":"lms-connect-v3.1","method":"GET","path":"/sections/{section_id}/assignments/{assignment_id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"LmsAssignment","requestBody":"","statuses":{"200":"json","400":"json","401":"json","403":"json","404":"json","405":"empty","429":"empty","500":"json","502":"json","503":"json"},"bodies":{"200":"LmsAssignmentResponse","400":"LmsError","401":"LmsError","403":"LmsError","404":"LmsError","405":"LmsError","500":"LmsError","502":"LmsError","503":"LmsError"}},
    {"id":"updateAssignmentForSection","document":"lms-connect-v3.1","method":"PATCH","path":"/sections/{section_id}/assignments/{assignment_id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"LmsAssignment","requestBody":"LmsAssignmentRequest","statuses":{"200":"json","400":"json","401":"json","403":"json","404":"json","405":"empty","429":"empty","500":"json","502":"json","503":"json"},"bodies":{"200":"LmsAssignmentResponse","400":"LmsError","401":"LmsError","403":"LmsError","404":"LmsError","405":"LmsError","500":"LmsError","502":"LmsError","503":"LmsError"}},
    {"id":"deleteAssignmentForSection","document":"lms-connect-v3.1","method":"DELETE","path":"/sections/{section_id}/assignments/{assignment_id}","queryParams":[],"paginated":false,"answers":"none","enveloped":false,"record":"","requestBody":"","statuses":{"200":"empty","400":"json","401":"json","403":"json","404":"json","405":"empty","429":"empty","500":"json","502":"json","503":"json"},"bodies":{"400":"LmsError","401":"LmsError","403":"LmsError","404":"LmsError","405":"LmsError","500":"LmsError","502":"LmsError","503":"LmsError"}},
    {"id":"getSubmissionsForAssignment","document":"lms-connect-v3.1","method":"GET","path":"/sections/{section_id}/assignments/{assignment_id}/submissions","queryParams":["limit","cursor"],"paginated":false,"answers":"list","enveloped":false,"record":"LmsSubmission","requestBody":"","statuses":{"200":"json","400":"json","401":"json","403":"json","404":"json","405":"empty","429":"empty","500":"json","502":"json","503":"json"},"bodies":{"200":"LmsSubmissionsResponse","400":"LmsError","401":"LmsError","403":"LmsError","404":"LmsError","405":"LmsError","500":"LmsError","502":"LmsError","503":"LmsError"}},
    {"id":"getSubmissionForAssignment","document":"lms-connect-v3.1","method":"GET","path":"/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"LmsSubmission","requestBody":"","statuses":{"200":"json","400":"json","401":"json","403":"json","404":"json","405":"empty","429":"empty","500":"json","502":"json","503":"json"},"bodies":{"200":"LmsSubmissionResponse","400":"LmsError","401":"LmsError","403":"LmsError","404":"LmsError","405":"LmsError","500":"LmsError","502":"LmsError","503":"LmsError"}},
    {"id":"updateSubmissionForAssignment","document":"lms-connect-v3.1","method":"PATCH","path":"/sections/{section_id}/assignments/{assignment_id}/submissions/{user_id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"LmsSubmission","requestBody":"LmsSubmissionRequest","statuses":{"200":"json","400":"json","401":"json","403":"json","404":"json","405":"empty","429":"empty","500":"json","502":"json","503":"json"},"bodies":{"200":"LmsSubmissionResponse","400":"LmsError","401":"LmsError","403":"LmsError","404":"LmsError","405":"LmsError","500":"LmsError","502":"LmsError","503":"LmsError"}},
  ],
  schemas: {
    "LmsAssignment": {
      fields: {
        "assignee_ids": {"type":"array","items":{"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},"guaranteed":false,"validated":false},
        "assignee_mode": {"type":"string","guaranteed":false,"validated":false,"enum":["all","individuals"],"redact":"keep"},
        "attachments": {"type":"array","ref":"LmsAttachment","guaranteed":false,"validated":false},
        "category_id": {"type":"string","guaranteed":false,"validated":false,"redact":"id"},
        "created": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"instant"},
        "description": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "description_plaintext": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "display_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "due_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "end_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "grading_scale": {"type":"array","ref":"LmsGradingScale","guaranteed":false,"validated":false},
        "grading_type": {"type":"string","guaranteed":false,"validated":false,"enum":["points","percent","pass_fail","letter_grade"],"redact":"keep"},
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"uuid","redact":"id"},
        "last_modified": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"instant"},
        "max_attempts": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
        "points_possible": {"type":"number","guaranteed":false,"validated":false,"redact":"number"},
        "start_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "state": {"type":"string","guaranteed":true,"validated":false,"enum":["draft","scheduled","open","locked"],"redact":"keep"},
        "submission_types": {"type":"array","items":{"type":"string","guaranteed":true,"validated":false,"enum":["link","file","text","discussion"],"redact":"keep"},"guaranteed":false,"validated":false},
        "term_id": {"type":"string","guaranteed":false,"validated":false,"redact":"id"},
        "title": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
      },
    },
    "LmsAssignmentRequest": {
      fields: {
        "assignee_ids": {"type":"array","items":{"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},"guaranteed":false,"validated":false},
        "assignee_mode": {"type":"string","guaranteed":false,"validated":false,"enum":["all","individuals"],"redact":"keep"},
        "attachments": {"type":"array","ref":"LmsAttachmentRequest","guaranteed":false,"validated":false},
        "description": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "description_plaintext": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "display_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "due_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "end_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "grading_type": {"type":"string","guaranteed":false,"validated":false,"enum":["points","percent","pass_fail","letter_grade"],"redact":"keep"},
        "max_attempts": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
        "points_possible": {"type":"number","guaranteed":false,"validated":false,"redact":"number"},
        "start_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "submission_types": {"type":"array","items":{"type":"string","guaranteed":true,"validated":false,"enum":["link","file","text","discussion"],"redact":"keep"},"guaranteed":false,"validated":false},
        "term_id": {"type":"string","guaranteed":false,"validated":false,"redact":"id"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "LmsAttachment": {
      fields: {
        "description": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "file_external_id": {"type":"string","guaranteed":false,"validated":false,"redact":"id"},
        "size": {"type":"number","guaranteed":false,"validated":false,"redact":"number"},
        "thumbnail_url": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "type": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "url": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "LmsAttachmentRequest": {
      fields: {
        "description": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "type": {"type":"string","guaranteed":true,"validated":false,"enum":["file","link","text"],"redact":"keep"},
        "url": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
        "text": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "LmsSubmission": {
      fields: {
        "assignment_id": {"type":"string","guaranteed":true,"validated":false,"format":"uuid","redact":"id"},
        "attachments": {"type":"array","ref":"LmsAttachment","guaranteed":false,"validated":false},
        "created": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"instant"},
        "extra_attempts": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
        "flags": {"type":"array","items":{"type":"string","guaranteed":true,"validated":false,"enum":["excused","late","missing"],"redact":"category"},"guaranteed":false,"validated":false},
        "grade": {"type":"string","guaranteed":false,"validated":false,"redact":"number"},
        "grade_comment": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "grade_points": {"type":"number","guaranteed":false,"validated":false,"redact":"number"},
        "grader_id": {"type":"string","guaranteed":false,"validated":false,"format":"object-id","redact":"id"},
        "id": {"type":"string","guaranteed":true,"validated":false,"redact":"id"},
        "last_modified": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"instant"},
        "override_due_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "state": {"type":"string","guaranteed":true,"validated":false,"enum":["created","submitted","returned","reclaimed"],"redact":"category"},
        "user_id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
      },
    },
    "LmsSubmissionRequest": {
      fields: {
        "attachments": {"type":"array","ref":"LmsAttachmentRequest","guaranteed":false,"validated":false},
        "extra_attempts": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
        "flags": {"type":"array","items":{"type":"string","guaranteed":true,"validated":false,"enum":["excused","late","missing"],"redact":"category"},"guaranteed":false,"validated":false},
        "grade": {"type":"string","guaranteed":false,"validated":false,"redact":"number"},
        "grade_comment": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "grade_points": {"type":"number","guaranteed":false,"validated":false,"redact":"number"},
        "grader_id": {"type":"string","guaranteed":false,"validated":false,"format":"object-id","redact":"id"},
        "override_due_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "state": {"type":"string","guaranteed":false,"validated":false,"enum":["created","submitted","returned","reclaimed"],"redact":"category"},
      },
    },
    "LmsGradingScale": {
      fields: {
        "entries": {"type":"array","ref":"LmsGradingScaleEntry","guaranteed":false,"validated":false},
        "name": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
      },
    },
    "LmsGradingScaleEntry": {
      fields: {
        "name": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "value": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
      },
    },
    "LmsSubmissionsLink": {
      fields: {
        "rel": {"type":"string","guaranteed":true,"validated":false,"enum":["next"],"redact":"keep"},
        "uri": {"type":"string","guaranteed":true,"validated":false,"redact":"url"},
      },
    },
    "LmsNewAssignmentRequest": {
      fields: {
        "assignee_ids": {"type":"array","items":{"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},"guaranteed":false,"validated":false},
        "assignee_mode": {"type":"string","guaranteed":false,"validated":false,"enum":["all","individuals"],"redact":"keep"},
        "attachments": {"type":"array","ref":"LmsAttachmentRequest","guaranteed":false,"validated":false},
        "description": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "description_plaintext": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "display_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "due_date": {"type":"string","guaranteed":true,"validated":false,"format":"date-time","redact":"due"},
        "end_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "grading_type": {"type":"string","guaranteed":false,"validated":false,"enum":["points","percent","pass_fail","letter_grade"],"redact":"keep"},
        "max_attempts": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
        "points_possible": {"type":"number","guaranteed":false,"validated":false,"redact":"number"},
        "start_date": {"type":"string","guaranteed":false,"validated":false,"format":"date-time","redact":"due"},
        "submission_types": {"type":"array","items":{"type":"string","guaranteed":true,"validated":false,"enum":["link","file","text","discussion"],"redact":"keep"},"guaranteed":false,"validated":false},
        "term_id": {"type":"string","guaranteed":false,"validated":false,"redact":"id"},
        "title": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
      },
    },
    "LmsAssignmentResponse": {
      fields: {
        "data": {"type":"object","ref":"LmsAssignment","guaranteed":true,"validated":false},
      },
    },
    "LmsSubmissionResponse": {
      fields: {
        "data": {"type":"object","ref":"LmsSubmission","guaranteed":true,"validated":false},
      },
    },
    "LmsSubmissionsResponse": {
      fields: {
        "data": {"type":"array","ref":"LmsSubmission","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"LmsSubmissionsLink","guaranteed":false,"validated":false},
      },
    },
    "LmsError": {
      fields: {
        "message": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
      },
    },
  },
};
