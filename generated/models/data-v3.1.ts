// Written by npm run generate out of openapi/. Do not edit.
import type { ApiModel } from '../../openapi/model-types.ts';

/** The parts of the OpenAPI document that claims and the redactor use. */
export const model: ApiModel = {
  operations: [
    {"id":"getCourses","document":"data-v3.1","method":"GET","path":"/courses","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"Course","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"CoursesOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getCourse","document":"data-v3.1","method":"GET","path":"/courses/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Course","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"CourseResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForCourse","document":"data-v3.1","method":"GET","path":"/courses/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getResourcesForCourse","document":"data-v3.1","method":"GET","path":"/courses/{id}/resources","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Resource","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"ResourcesResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolsForCourse","document":"data-v3.1","method":"GET","path":"/courses/{id}/schools","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSectionsForCourse","document":"data-v3.1","method":"GET","path":"/courses/{id}/sections","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistricts","document":"data-v3.1","method":"GET","path":"/districts","queryParams":["count"],"paginated":false,"answers":"list","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictsOrCount","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrict","document":"data-v3.1","method":"GET","path":"/districts/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getResources","document":"data-v3.1","method":"GET","path":"/resources","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Resource","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"ResourcesResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getResource","document":"data-v3.1","method":"GET","path":"/resources/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Resource","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"ResourceResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getCoursesForResource","document":"data-v3.1","method":"GET","path":"/resources/{id}/courses","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Course","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"CoursesResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSectionsForResource","document":"data-v3.1","method":"GET","path":"/resources/{id}/sections","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getUsersForResource","document":"data-v3.1","method":"GET","path":"/resources/{id}/users","queryParams":["limit","starting_after","ending_before","role"],"paginated":true,"answers":"list","enveloped":true,"record":"User","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"UsersResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchools","document":"data-v3.1","method":"GET","path":"/schools","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolsOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchool","document":"data-v3.1","method":"GET","path":"/schools/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getCoursesForSchool","document":"data-v3.1","method":"GET","path":"/schools/{id}/courses","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Course","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"CoursesResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForSchool","document":"data-v3.1","method":"GET","path":"/schools/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSectionsForSchool","document":"data-v3.1","method":"GET","path":"/schools/{id}/sections","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTermsForSchool","document":"data-v3.1","method":"GET","path":"/schools/{id}/terms","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Term","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TermsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getUsersForSchool","document":"data-v3.1","method":"GET","path":"/schools/{id}/users","queryParams":["limit","starting_after","ending_before","role","primary"],"paginated":true,"answers":"list","enveloped":true,"record":"User","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"UsersResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSections","document":"data-v3.1","method":"GET","path":"/sections","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSection","document":"data-v3.1","method":"GET","path":"/sections/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getCourseForSection","document":"data-v3.1","method":"GET","path":"/sections/{id}/course","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Course","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"CourseResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForSection","document":"data-v3.1","method":"GET","path":"/sections/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getResourcesForSection","document":"data-v3.1","method":"GET","path":"/sections/{id}/resources","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Resource","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"ResourcesResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolForSection","document":"data-v3.1","method":"GET","path":"/sections/{id}/school","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTermForSection","document":"data-v3.1","method":"GET","path":"/sections/{id}/term","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Term","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TermResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getUsersForSection","document":"data-v3.1","method":"GET","path":"/sections/{id}/users","queryParams":["limit","starting_after","ending_before","role"],"paginated":true,"answers":"list","enveloped":true,"record":"User","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"UsersResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTerms","document":"data-v3.1","method":"GET","path":"/terms","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"Term","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TermsOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTerm","document":"data-v3.1","method":"GET","path":"/terms/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Term","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TermResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForTerm","document":"data-v3.1","method":"GET","path":"/terms/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolsForTerm","document":"data-v3.1","method":"GET","path":"/terms/{id}/schools","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSectionsForTerm","document":"data-v3.1","method":"GET","path":"/terms/{id}/sections","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getUsers","document":"data-v3.1","method":"GET","path":"/users","queryParams":["limit","starting_after","ending_before","count","role"],"paginated":true,"answers":"list","enveloped":true,"record":"User","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"UsersOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getUser","document":"data-v3.1","method":"GET","path":"/users/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"User","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"UserResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForUser","document":"data-v3.1","method":"GET","path":"/users/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getContactsForUser","document":"data-v3.1","method":"GET","path":"/users/{id}/mycontacts","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"User","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"UsersResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getStudentsForUser","document":"data-v3.1","method":"GET","path":"/users/{id}/mystudents","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"User","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"UsersResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTeachersForUser","document":"data-v3.1","method":"GET","path":"/users/{id}/myteachers","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"User","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"UsersResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getResourcesForUser","document":"data-v3.1","method":"GET","path":"/users/{id}/resources","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Resource","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"ResourcesResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolsForUser","document":"data-v3.1","method":"GET","path":"/users/{id}/schools","queryParams":["limit","starting_after","ending_before","primary"],"paginated":true,"answers":"list","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSectionsForUser","document":"data-v3.1","method":"GET","path":"/users/{id}/sections","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getEvents","document":"data-v3.1","method":"GET","path":"/events","queryParams":["limit","starting_after","ending_before","school","record_type"],"paginated":true,"answers":"list","enveloped":true,"record":"Event","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"EventsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getEvent","document":"data-v3.1","method":"GET","path":"/events/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Event","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"EventResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"listAttendanceForSchool","document":"data-v3.1","method":"GET","path":"/attendance/schools/{school_id}","queryParams":["limit","starting_after","ending_before","date_range_start","date_range_end","attendance_status"],"paginated":false,"answers":"list","enveloped":false,"record":"Attendance","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"AttendanceResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"listAttendanceForSection","document":"data-v3.1","method":"GET","path":"/attendance/sections/{section_id}","queryParams":["limit","starting_after","ending_before","date_range_start","date_range_end","attendance_status"],"paginated":false,"answers":"list","enveloped":false,"record":"Attendance","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"AttendanceResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"me","document":"data-v3.1","method":"GET","path":"/me","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Me","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"MeResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
  ],
  schemas: {
    "User": {
      fields: {
        "created": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "lms_status": {"type":"object","ref":"LmsStatus","guaranteed":false,"validated":false},
        "name": {"type":"object","ref":"Name","guaranteed":true,"validated":false},
        "roles": {"type":"object","ref":"Roles","guaranteed":true,"validated":false},
      },
    },
    "PartialUser": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "lms_status": {"type":"object","ref":"LmsStatus","guaranteed":false,"validated":false},
        "name": {"type":"object","ref":"PartialName","guaranteed":false,"validated":false},
        "roles": {"type":"object","ref":"PartialRoles","guaranteed":false,"validated":false},
      },
    },
    "Roles": {
      fields: {
        "contact": {"type":"object","ref":"Contact","guaranteed":false,"validated":false},
        "district_admin": {"type":"object","ref":"DistrictAdmin","guaranteed":false,"validated":false},
        "staff": {"type":"object","ref":"Staff","guaranteed":false,"validated":false},
        "student": {"type":"object","ref":"Student","guaranteed":false,"validated":false},
        "teacher": {"type":"object","ref":"Teacher","guaranteed":false,"validated":false},
      },
    },
    "PartialRoles": {
      fields: {
        "contact": {"type":"object","ref":"PartialContact","guaranteed":false,"validated":false},
        "district_admin": {"type":"object","ref":"PartialDistrictAdmin","guaranteed":false,"validated":false},
        "staff": {"type":"object","ref":"PartialStaff","guaranteed":false,"validated":false},
        "student": {"type":"object","ref":"PartialStudent","guaranteed":false,"validated":false},
        "teacher": {"type":"object","ref":"PartialTeacher","guaranteed":false,"validated":false},
      },
    },
    "Name": {
      fields: {
        "first": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "last": {"type":"string","guaranteed":true,"validated":false,"redact":"name"},
        "middle": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
      },
    },
    "PartialName": {
      fields: {
        "first": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "last": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "middle": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
      },
    },
    "Student": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "credentials": {"type":"object","ref":"Credentials","guaranteed":true,"validated":false},
        "disability": {"type":"object","ref":"Disability","guaranteed":false,"validated":false},
        "dob": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$","redact":"date"},
        "ell_status": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "enrollments": {"type":"array","ref":"SchoolEnrollment","guaranteed":true,"validated":true},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "frl_status": {"type":"string","guaranteed":false,"validated":true,"enum":["Free","Reduced","Paid","Other",""],"redact":"category"},
        "gender": {"type":"string","guaranteed":false,"validated":true,"enum":["M","F","X",""],"redact":"category"},
        "gifted_status": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "grade": {"type":"string","guaranteed":false,"validated":true,"enum":["InfantToddler","Preschool","PreKindergarten","TransitionalKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","13","PostGraduate","Ungraded","Other",""],"redact":"category"},
        "graduation_year": {"type":"string","guaranteed":false,"validated":true,"redact":"number"},
        "hispanic_ethnicity": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "home_language": {"type":"string","guaranteed":false,"validated":true,"enum":["Afrikaans","Albanian","Amharic","Arabic","Armenian","Assamese","Aymara","Azerbaijani","Bambara","Bashkir","Basque","Belarusian","Bengali","Bhojpuri","Bosnian","Bulgarian","Burmese","Cabo Verdean","Cantonese","Catalan","Cebuano","Chichewa","Chinese","Chuukese","Corsican","Croatian","Czech","Danish","Dari","Divehi","Dogri","Dutch","English","Estonian","Ewe","Faroese","Farsi","Fijian","Filipino","Finnish","French","Frisian","Galician","Georgian","German","Greek","Guarani","Gujarati","Haitian Creole","Hausa","Hawaiian","Hebrew","Hindi","Hmong","Hungarian","Icelandic","Igbo","Ilocano","Indonesian","Inuinnaqtun","Inuktitut","Irish","Italian","Japanese","Javanese","Kannada","Karen","Kazakh","Khmer","Kinyarwanda","Kirundi","Konkani","Korean","Krio","Kurdish (Kurmanji)","Kurdish (Sorani)","Kyrgyz","Laotian","Latvian","Lingala","Lithuanian","Lower Sorbian","Luganda","Luxembourgish","Macedonian","Maithili","Malagasy","Malay","Malayalam","Maltese","Mandarin","Manipuri","Maori","Marathi","Marshallese","Mizo","Mongolian","Nepali","Northern Sotho","Norwegian","Odia","Oromo","Other","Pashto","Polish","Portuguese","Punjabi","Quechua","Queretaro Otomi","Romanian","Russian","Samoan","Scots Gaelic","Serbian","Sesotho","Setswana","Shona","Sindhi","Sinhala","Slovak","Slovenian","Somali","Spanish","Sundanese","Swahili","Swedish","Tagalog","Tahitian","Tajik","Tamil","Tatar","Telugu","Thai","Tibetan","Tigrinya","Tongan","Tsonga","Turkish","Turkmen","Twi","Ukrainian","Upper Sorbian","Urdu","Uyghur","Uzbek","Vietnamese","Welsh","Xhosa","Yiddish","Yoruba","Yucatec Maya","Zulu"],"redact":"category"},
        "home_language_code": {"type":"string","guaranteed":false,"validated":true,"enum":["afr","amh","ara","asm","aym","aze","bak","bam","bel","ben","bho","bod","bos","bul","cat","ceb","ces","chk","ckb","cmn","cos","cpp","cym","dan","deu","dgo","div","dsb","ell","eng","est","eus","ewe","fao","fas","fij","fil","fin","fra","fry","gla","gle","glg","grn","guj","hat","hau","haw","heb","hin","hmn","hrv","hsb","hun","hye","ibo","ikt","iku","ilo","ind","isl","ita","jav","jpn","kan","kar","kat","kaz","khm","kin","kir","knn","kor","kri","kur","lao","lav","lin","lit","ltz","lug","lus","mah","mai","mal","mar","mkd","mlg","mlt","mni","mon","mri","msa","mya","nep","nld","nob","nso","nya","ori","orm","other","otq","pan","pol","por","prs","pus","que","ron","run","rus","sin","slk","slv","smo","sna","snd","som","sot","spa","sqi","srp","sun","swa","swe","tah","tam","tat","tel","tgk","tgl","tha","tir","ton","tsn","tso","tuk","tur","twi","uig","ukr","urd","uzb","vie","xho","yid","yor","yua","yue","zho","zul"],"redact":"category"},
        "iep_status": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "legacy_id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "location": {"type":"object","ref":"Location","guaranteed":false,"validated":false},
        "preferred_name": {"type":"object","ref":"PreferredName","guaranteed":false,"validated":false},
        "race": {"type":"string","guaranteed":false,"validated":true,"enum":["Caucasian","Asian","Black or African American","American Indian","Hawaiian or Other Pacific Islander","Two or More Races","Unknown",""],"redact":"category"},
        "school": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "section_504_status": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "sis_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "student_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "unweighted_gpa": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "weighted_gpa": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "PartialStudent": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "credentials": {"type":"object","ref":"PartialCredentials","guaranteed":false,"validated":false},
        "disability": {"type":"object","ref":"Disability","guaranteed":false,"validated":false},
        "dob": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$","redact":"date"},
        "ell_status": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "enrollments": {"type":"array","ref":"SchoolEnrollment","guaranteed":false,"validated":true},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "frl_status": {"type":"string","guaranteed":false,"validated":true,"enum":["Free","Reduced","Paid","Other",""],"redact":"category"},
        "gender": {"type":"string","guaranteed":false,"validated":true,"enum":["M","F","X",""],"redact":"category"},
        "gifted_status": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "grade": {"type":"string","guaranteed":false,"validated":true,"enum":["InfantToddler","Preschool","PreKindergarten","TransitionalKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","13","PostGraduate","Ungraded","Other",""],"redact":"category"},
        "graduation_year": {"type":"string","guaranteed":false,"validated":true,"redact":"number"},
        "hispanic_ethnicity": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "home_language": {"type":"string","guaranteed":false,"validated":true,"enum":["Afrikaans","Albanian","Amharic","Arabic","Armenian","Assamese","Aymara","Azerbaijani","Bambara","Bashkir","Basque","Belarusian","Bengali","Bhojpuri","Bosnian","Bulgarian","Burmese","Cabo Verdean","Cantonese","Catalan","Cebuano","Chichewa","Chinese","Chuukese","Corsican","Croatian","Czech","Danish","Dari","Divehi","Dogri","Dutch","English","Estonian","Ewe","Faroese","Farsi","Fijian","Filipino","Finnish","French","Frisian","Galician","Georgian","German","Greek","Guarani","Gujarati","Haitian Creole","Hausa","Hawaiian","Hebrew","Hindi","Hmong","Hungarian","Icelandic","Igbo","Ilocano","Indonesian","Inuinnaqtun","Inuktitut","Irish","Italian","Japanese","Javanese","Kannada","Karen","Kazakh","Khmer","Kinyarwanda","Kirundi","Konkani","Korean","Krio","Kurdish (Kurmanji)","Kurdish (Sorani)","Kyrgyz","Laotian","Latvian","Lingala","Lithuanian","Lower Sorbian","Luganda","Luxembourgish","Macedonian","Maithili","Malagasy","Malay","Malayalam","Maltese","Mandarin","Manipuri","Maori","Marathi","Marshallese","Mizo","Mongolian","Nepali","Northern Sotho","Norwegian","Odia","Oromo","Other","Pashto","Polish","Portuguese","Punjabi","Quechua","Queretaro Otomi","Romanian","Russian","Samoan","Scots Gaelic","Serbian","Sesotho","Setswana","Shona","Sindhi","Sinhala","Slovak","Slovenian","Somali","Spanish","Sundanese","Swahili","Swedish","Tagalog","Tahitian","Tajik","Tamil","Tatar","Telugu","Thai","Tibetan","Tigrinya","Tongan","Tsonga","Turkish","Turkmen","Twi","Ukrainian","Upper Sorbian","Urdu","Uyghur","Uzbek","Vietnamese","Welsh","Xhosa","Yiddish","Yoruba","Yucatec Maya","Zulu"],"redact":"category"},
        "home_language_code": {"type":"string","guaranteed":false,"validated":true,"enum":["afr","amh","ara","asm","aym","aze","bak","bam","bel","ben","bho","bod","bos","bul","cat","ceb","ces","chk","ckb","cmn","cos","cpp","cym","dan","deu","dgo","div","dsb","ell","eng","est","eus","ewe","fao","fas","fij","fil","fin","fra","fry","gla","gle","glg","grn","guj","hat","hau","haw","heb","hin","hmn","hrv","hsb","hun","hye","ibo","ikt","iku","ilo","ind","isl","ita","jav","jpn","kan","kar","kat","kaz","khm","kin","kir","knn","kor","kri","kur","lao","lav","lin","lit","ltz","lug","lus","mah","mai","mal","mar","mkd","mlg","mlt","mni","mon","mri","msa","mya","nep","nld","nob","nso","nya","ori","orm","other","otq","pan","pol","por","prs","pus","que","ron","run","rus","sin","slk","slv","smo","sna","snd","som","sot","spa","sqi","srp","sun","swa","swe","tah","tam","tat","tel","tgk","tgl","tha","tir","ton","tsn","tso","tuk","tur","twi","uig","ukr","urd","uzb","vie","xho","yid","yor","yua","yue","zho","zul"],"redact":"category"},
        "iep_status": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "legacy_id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "location": {"type":"object","ref":"Location","guaranteed":false,"validated":false},
        "preferred_name": {"type":"object","ref":"PreferredName","guaranteed":false,"validated":false},
        "race": {"type":"string","guaranteed":false,"validated":true,"enum":["Caucasian","Asian","Black or African American","American Indian","Hawaiian or Other Pacific Islander","Two or More Races","Unknown",""],"redact":"category"},
        "school": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":false,"validated":true},
        "section_504_status": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "student_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "unweighted_gpa": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "weighted_gpa": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "Disability": {
      fields: {
        "disability_code": {"type":"string","guaranteed":false,"validated":false,"enum":["aut","db","dd","emn","hi","id","md","oi","other","ohi","sld","sli","tbi","vi",""],"redact":"category"},
        "disability_status": {"type":"string","guaranteed":false,"validated":false,"enum":["Y","N",""],"redact":"category"},
        "disability_type": {"type":"string","guaranteed":false,"validated":false,"enum":["Autism","Deaf-blindness","Developmental delay","Emotional disturbance","Hearing impairment","Intellectual Disability","Multiple disabilities","Orthopedic impairment","Other","Other health impairment","Specific learning disability","Speech or language impairment","Traumatic brain injury","Visual impairment",""],"redact":"category"},
      },
    },
    "PreferredName": {
      fields: {
        "first": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "last": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "middle": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
      },
    },
    "SchoolEnrollment": {
      fields: {
        "end_date": {"type":"string","guaranteed":false,"validated":true,"format":"date-or-date-time","redact":"date"},
        "school": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "start_date": {"type":"string","guaranteed":false,"validated":true,"format":"date-or-date-time","redact":"date"},
      },
    },
    "Teacher": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "credentials": {"type":"object","ref":"PartialCredentials","guaranteed":false,"validated":false},
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "legacy_id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"object","ref":"PartialName","guaranteed":false,"validated":false},
        "school": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "sis_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "teacher_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "PartialTeacher": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "credentials": {"type":"object","ref":"PartialCredentials","guaranteed":false,"validated":false},
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "legacy_id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"object","ref":"PartialName","guaranteed":false,"validated":false},
        "school": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":false,"validated":true},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "teacher_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "Staff": {
      fields: {
        "credentials": {"type":"object","ref":"PartialCredentials","guaranteed":false,"validated":false},
        "department": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "legacy_id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "roles": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"redact":"text"},"guaranteed":false,"validated":true},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "staff_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "PartialStaff": {
      fields: {
        "credentials": {"type":"object","ref":"PartialCredentials","guaranteed":false,"validated":false},
        "department": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "legacy_id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "roles": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"redact":"text"},"guaranteed":false,"validated":true},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":false,"validated":true},
        "staff_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "DistrictAdmin": {
      fields: {
        "legacy_id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "PartialDistrictAdmin": {
      fields: {
        "legacy_id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "Contact": {
      fields: {
        "legacy_id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "phone": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "phone_type": {"type":"string","guaranteed":false,"validated":true,"enum":["Cell","Home","Work","Other",""],"redact":"category"},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "student_relationships": {"type":"array","ref":"StudentRelationship","guaranteed":true,"validated":true},
      },
    },
    "PartialContact": {
      fields: {
        "legacy_id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "phone": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "phone_type": {"type":"string","guaranteed":false,"validated":true,"enum":["Cell","Home","Work","Other",""],"redact":"category"},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "student_relationships": {"type":"array","ref":"StudentRelationship","guaranteed":false,"validated":true},
      },
    },
    "StudentRelationship": {
      fields: {
        "relationship": {"type":"string","guaranteed":false,"validated":true,"enum":["Parent","Grandparent","Self","Aunt/Uncle","Sibling","Other",""],"redact":"category"},
        "student": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":false,"validated":true,"enum":["Parent/Guardian","Emergency","Primary","Secondary","Family","Other",""],"redact":"category"},
      },
    },
    "Credentials": {
      fields: {
        "district_username": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
      },
    },
    "PartialCredentials": {
      fields: {
        "district_username": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "LmsStatus": {
      fields: {
        "synced_in_lms": {"type":"boolean","guaranteed":false,"validated":false,"redact":"category"},
      },
    },
    "Section": {
      fields: {
        "course": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "created": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "grade": {"type":"string","guaranteed":false,"validated":true,"enum":["InfantToddler","Preschool","PreKindergarten","TransitionalKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","13","PostGraduate","Ungraded","Other",""],"redact":"category"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "lms_status": {"type":"object","ref":"LmsStatus","guaranteed":false,"validated":false},
        "name": {"type":"string","guaranteed":true,"validated":false,"redact":"name"},
        "period": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "school": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "section_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "sis_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "students": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "subject": {"type":"string","guaranteed":false,"validated":true,"enum":["english/language arts","math","science","social studies","language","homeroom/advisory","interventions/online learning","technology and engineering","PE and health","arts and music","other",""],"redact":"category"},
        "teacher": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "teachers": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "term_id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
      },
    },
    "PartialSection": {
      fields: {
        "course": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "grade": {"type":"string","guaranteed":false,"validated":true,"enum":["InfantToddler","Preschool","PreKindergarten","TransitionalKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","13","PostGraduate","Ungraded","Other",""],"redact":"category"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "lms_status": {"type":"object","ref":"LmsStatus","guaranteed":false,"validated":false},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "period": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "school": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "section_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "students": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":false,"validated":true},
        "subject": {"type":"string","guaranteed":false,"validated":true,"enum":["english/language arts","math","science","social studies","language","homeroom/advisory","interventions/online learning","technology and engineering","PE and health","arts and music","other",""],"redact":"category"},
        "teacher": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "teachers": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":false,"validated":true},
        "term_id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
      },
    },
    "School": {
      fields: {
        "created": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "high_grade": {"type":"string","guaranteed":false,"validated":true,"enum":["InfantToddler","Preschool","PreKindergarten","TransitionalKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","13","PostGraduate","Ungraded","Other",""],"redact":"category"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "location": {"type":"object","ref":"Location","guaranteed":false,"validated":false},
        "low_grade": {"type":"string","guaranteed":false,"validated":true,"enum":["InfantToddler","Preschool","PreKindergarten","TransitionalKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","13","PostGraduate","Ungraded","Other",""],"redact":"category"},
        "mdr_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "name": {"type":"string","guaranteed":true,"validated":false,"redact":"name"},
        "nces_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "phone": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "principal": {"type":"object","ref":"Principal","guaranteed":true,"validated":false},
        "school_number": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "sis_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "PartialSchool": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "high_grade": {"type":"string","guaranteed":false,"validated":true,"enum":["InfantToddler","Preschool","PreKindergarten","TransitionalKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","13","PostGraduate","Ungraded","Other",""],"redact":"category"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "location": {"type":"object","ref":"Location","guaranteed":false,"validated":false},
        "low_grade": {"type":"string","guaranteed":false,"validated":true,"enum":["InfantToddler","Preschool","PreKindergarten","TransitionalKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","13","PostGraduate","Ungraded","Other",""],"redact":"category"},
        "mdr_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "nces_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "phone": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "principal": {"type":"object","ref":"Principal","guaranteed":false,"validated":false},
        "school_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "Principal": {
      fields: {
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
      },
    },
    "Location": {
      fields: {
        "address": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "city": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "lat": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "lon": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "state": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "zip": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "Course": {
      fields: {
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "PartialCourse": {
      fields: {
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "Term": {
      fields: {
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "end_date": {"type":"string","guaranteed":false,"validated":true,"format":"date-or-date-time","redact":"calendar"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "start_date": {"type":"string","guaranteed":false,"validated":true,"format":"date-or-date-time","redact":"calendar"},
      },
    },
    "PartialTerm": {
      fields: {
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "end_date": {"type":"string","guaranteed":false,"validated":true,"format":"date-or-date-time","redact":"calendar"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "start_date": {"type":"string","guaranteed":false,"validated":true,"format":"date-or-date-time","redact":"calendar"},
      },
    },
    "District": {
      fields: {
        "district_contact": {"type":"object","ref":"DistrictContact","guaranteed":true,"validated":false},
        "error": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "last_attendance_sync": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"calendar"},
        "last_lms_sync": {"type":"string","guaranteed":false,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"calendar"},
        "last_sync": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"calendar"},
        "launch_date": {"type":"string","guaranteed":true,"validated":true,"format":"date-or-date-time","redact":"calendar"},
        "lms_matched_percentage": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "lms_state": {"type":"string","guaranteed":false,"validated":true,"enum":["initial_sync_processing","pending_authorization","matching_in_progress","error","disconnected","","success"],"redact":"keep"},
        "lms_type": {"type":"string","guaranteed":false,"validated":true,"enum":["canvas","schoology","google_classroom",""],"redact":"keep"},
        "login_methods": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"redact":"text"},"guaranteed":true,"validated":true},
        "mdr_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "name": {"type":"string","guaranteed":true,"validated":false,"redact":"name"},
        "nces_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "pause_end": {"type":"string","guaranteed":false,"validated":true,"format":"date-time","redact":"calendar"},
        "pause_start": {"type":"string","guaranteed":false,"validated":true,"format":"date-time","redact":"calendar"},
        "portal_url": {"type":"string","guaranteed":true,"validated":false,"redact":"url"},
        "sis_type": {"type":"string","guaranteed":true,"validated":true,"redact":"text"},
        "state": {"type":"string","guaranteed":false,"validated":true,"enum":["running","pending","error","paused","","success"],"redact":"keep"},
      },
    },
    "PartialDistrict": {
      fields: {
        "district_contact": {"type":"object","ref":"DistrictContact","guaranteed":false,"validated":false},
        "error": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "last_attendance_sync": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"calendar"},
        "last_lms_sync": {"type":"string","guaranteed":false,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"calendar"},
        "last_sync": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"calendar"},
        "launch_date": {"type":"string","guaranteed":false,"validated":true,"format":"date-or-date-time","redact":"calendar"},
        "lms_matched_percentage": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "lms_state": {"type":"string","guaranteed":false,"validated":true,"enum":["initial_sync_processing","pending_authorization","matching_in_progress","error","disconnected","","success"],"redact":"keep"},
        "lms_type": {"type":"string","guaranteed":false,"validated":true,"enum":["canvas","schoology","google_classroom",""],"redact":"keep"},
        "login_methods": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"redact":"text"},"guaranteed":false,"validated":true},
        "mdr_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "nces_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "pause_end": {"type":"string","guaranteed":false,"validated":true,"format":"date-time","redact":"calendar"},
        "pause_start": {"type":"string","guaranteed":false,"validated":true,"format":"date-time","redact":"calendar"},
        "portal_url": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
        "sis_type": {"type":"string","guaranteed":false,"validated":true,"redact":"text"},
        "state": {"type":"string","guaranteed":false,"validated":true,"enum":["running","pending","error","paused","","success"],"redact":"keep"},
      },
    },
    "DistrictContact": {
      fields: {
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"object","ref":"PartialName","guaranteed":false,"validated":false},
        "title": {"type":"string","guaranteed":false,"validated":true,"redact":"text"},
      },
    },
    "Resource": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "id": {"type":"string","guaranteed":true,"validated":false,"redact":"id"},
        "resource_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "roles": {"type":"array","items":{"type":"string","guaranteed":true,"validated":false,"enum":["teacher","student"],"redact":"category"},"guaranteed":true,"validated":false},
        "title": {"type":"string","guaranteed":true,"validated":false,"redact":"name"},
        "updated": {"type":"string","guaranteed":false,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
      },
    },
    "PartialResource": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":false,"validated":false,"format":"object-id","redact":"id"},
        "id": {"type":"string","guaranteed":false,"validated":false,"redact":"id"},
        "resource_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "roles": {"type":"array","items":{"type":"string","guaranteed":true,"validated":false,"enum":["teacher","student"],"redact":"category"},"guaranteed":false,"validated":false},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "updated": {"type":"string","guaranteed":false,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
      },
    },
    "Attendance": {
      fields: {
        "attendance_date": {"type":"string","guaranteed":true,"validated":false,"format":"date-or-date-time","redact":"instant"},
        "attendance_status": {"type":"string","guaranteed":true,"validated":false,"enum":["present","absent","tardy"],"redact":"category"},
        "attendance_type": {"type":"string","guaranteed":true,"validated":false,"enum":["daily","section"],"redact":"category"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district_id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "excuse_code": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "last_modified": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "school_id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "section_id": {"type":"string","guaranteed":false,"validated":false,"format":"object-id","redact":"id"},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "student_id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
      },
    },
    "Me": {
      fields: {
        "authorized_by": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "district": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
      },
    },
    "CourseResponse": {
      fields: {
        "data": {"type":"object","ref":"Course","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "CourseItem": {
      fields: {
        "data": {"type":"object","ref":"Course","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "CoursesResponse": {
      fields: {
        "data": {"type":"array","ref":"CourseItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "CoursesOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"CourseItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "DistrictResponse": {
      fields: {
        "data": {"type":"object","ref":"District","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "DistrictItem": {
      fields: {
        "data": {"type":"object","ref":"District","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "DistrictsResponse": {
      fields: {
        "data": {"type":"array","ref":"DistrictItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "DistrictsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"DistrictItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "ResourceResponse": {
      fields: {
        "data": {"type":"object","ref":"Resource","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "ResourceItem": {
      fields: {
        "data": {"type":"object","ref":"Resource","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "ResourcesList": {
      fields: {
        "data": {"type":"array","ref":"ResourceItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "ResourcesResponse": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"ResourceItem"},
        "links": {"type":"array","guaranteed":false,"validated":false,"ref":"Link"},
        "resources": {"type":"array","items":{"type":"map","guaranteed":true,"validated":false,"redact":"drop"},"guaranteed":false,"validated":false},
      },
    },
    "NoResources": {
      fields: {
        "resources": {"type":"array","items":{"type":"map","guaranteed":true,"validated":false,"redact":"drop"},"guaranteed":true,"validated":false},
      },
    },
    "SchoolResponse": {
      fields: {
        "data": {"type":"object","ref":"School","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "SchoolItem": {
      fields: {
        "data": {"type":"object","ref":"School","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "SchoolsResponse": {
      fields: {
        "data": {"type":"array","ref":"SchoolItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "SchoolsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"SchoolItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "SectionResponse": {
      fields: {
        "data": {"type":"object","ref":"Section","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "SectionItem": {
      fields: {
        "data": {"type":"object","ref":"Section","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "SectionsResponse": {
      fields: {
        "data": {"type":"array","ref":"SectionItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "SectionsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"SectionItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "TermResponse": {
      fields: {
        "data": {"type":"object","ref":"Term","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "TermItem": {
      fields: {
        "data": {"type":"object","ref":"Term","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "TermsResponse": {
      fields: {
        "data": {"type":"array","ref":"TermItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "TermsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"TermItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "UserResponse": {
      fields: {
        "data": {"type":"object","ref":"User","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "UserItem": {
      fields: {
        "data": {"type":"object","ref":"User","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "UsersResponse": {
      fields: {
        "data": {"type":"array","ref":"UserItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "UsersOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"UserItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "EventResponse": {
      fields: {
        "data": {"type":"object","ref":"Event","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "EventItem": {
      fields: {
        "data": {"type":"object","ref":"Event","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "EventsResponse": {
      fields: {
        "data": {"type":"array","ref":"EventItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "CountResponse": {
      fields: {
        "count": {"type":"integer","guaranteed":true,"validated":false,"redact":"number"},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "AttendanceResponse": {
      fields: {
        "data": {"type":"array","ref":"Attendance","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":false,"validated":false},
      },
    },
    "MeResponse": {
      fields: {
        "type": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "data": {"type":"object","ref":"Me","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "CoursesEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["courses.created","courses.updated","courses.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"CoursesEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialCourse","guaranteed":false,"validated":false},
      },
    },
    "CoursesEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialCourse","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialCourse","guaranteed":false,"validated":false},
      },
    },
    "DistrictsEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["districts.created","districts.updated","districts.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"DistrictsEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialDistrict","guaranteed":false,"validated":false},
      },
    },
    "DistrictsEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialDistrict","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialDistrict","guaranteed":false,"validated":false},
      },
    },
    "ResourcesEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["resources.created","resources.updated","resources.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"ResourcesEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialResource","guaranteed":false,"validated":false},
      },
    },
    "ResourcesEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialResource","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialResource","guaranteed":false,"validated":false},
      },
    },
    "SchoolsEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["schools.created","schools.updated","schools.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"SchoolsEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialSchool","guaranteed":false,"validated":false},
      },
    },
    "SchoolsEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialSchool","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialSchool","guaranteed":false,"validated":false},
      },
    },
    "SectionsEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["sections.created","sections.updated","sections.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"SectionsEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialSection","guaranteed":false,"validated":false},
      },
    },
    "SectionsEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialSection","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialSection","guaranteed":false,"validated":false},
      },
    },
    "TermsEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["terms.created","terms.updated","terms.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"TermsEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialTerm","guaranteed":false,"validated":false},
      },
    },
    "TermsEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialTerm","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialTerm","guaranteed":false,"validated":false},
      },
    },
    "UsersEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["users.created","users.updated","users.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"UsersEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialUser","guaranteed":false,"validated":false},
      },
    },
    "UsersEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialUser","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialUser","guaranteed":false,"validated":false},
      },
    },
    "Event": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"redact":"keep","enum":["courses.created","courses.updated","courses.deleted","districts.created","districts.updated","districts.deleted","resources.created","resources.updated","resources.deleted","schools.created","schools.updated","schools.deleted","sections.created","sections.updated","sections.deleted","terms.created","terms.updated","terms.deleted","users.created","users.updated","users.deleted"]},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","guaranteed":false,"validated":false},
      },
      variants: {"field":"type","schemas":{"courses.created":"CoursesEvent","courses.updated":"CoursesEvent","courses.deleted":"CoursesEvent","districts.created":"DistrictsEvent","districts.updated":"DistrictsEvent","districts.deleted":"DistrictsEvent","resources.created":"ResourcesEvent","resources.updated":"ResourcesEvent","resources.deleted":"ResourcesEvent","schools.created":"SchoolsEvent","schools.updated":"SchoolsEvent","schools.deleted":"SchoolsEvent","sections.created":"SectionsEvent","sections.updated":"SectionsEvent","sections.deleted":"SectionsEvent","terms.created":"TermsEvent","terms.updated":"TermsEvent","terms.deleted":"TermsEvent","users.created":"UsersEvent","users.updated":"UsersEvent","users.deleted":"UsersEvent"}},
    },
    "DataError": {
      fields: {
        "error": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "code": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
        "data": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "message": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "ErrorText": {
      fields: {
        "error": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "code": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
        "data": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
      },
    },
    "ErrorMessage": {
      fields: {
        "message": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
      },
    },
    "RecordLink": {
      fields: {
        "rel": {"type":"string","guaranteed":true,"validated":false,"redact":"keep"},
        "uri": {"type":"string","guaranteed":true,"validated":false,"redact":"url"},
      },
    },
    "Link": {
      fields: {
        "rel": {"type":"string","guaranteed":true,"validated":false,"enum":["next","prev","self"],"redact":"keep"},
        "uri": {"type":"string","guaranteed":true,"validated":false,"redact":"url"},
      },
    },
  },
};
