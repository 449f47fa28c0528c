// Written by npm run generate out of openapi/. Do not edit.
import type { ApiModel } from '../../openapi/model-types.ts';

/** The parts of the OpenAPI document that claims and the redactor use. */
export const model: ApiModel = {
  operations: [
    {"id":"getContacts","document":"data-v2.1","method":"GET","path":"/contacts","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"Contact","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"ContactsOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getContact","document":"data-v2.1","method":"GET","path":"/contacts/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Contact","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"ContactResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForContact","document":"data-v2.1","method":"GET","path":"/contacts/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getStudentsForContact","document":"data-v2.1","method":"GET","path":"/contacts/{id}/students","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Student","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"StudentsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getCourses","document":"data-v2.1","method":"GET","path":"/courses","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"Course","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"CoursesOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getCourse","document":"data-v2.1","method":"GET","path":"/courses/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Course","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"CourseResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForCourse","document":"data-v2.1","method":"GET","path":"/courses/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSectionsForCourse","document":"data-v2.1","method":"GET","path":"/courses/{id}/sections","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictAdmins","document":"data-v2.1","method":"GET","path":"/district_admins","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"DistrictAdmin","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictAdminsOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictAdmin","document":"data-v2.1","method":"GET","path":"/district_admins/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"DistrictAdmin","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictAdminResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForDistrictAdmin","document":"data-v2.1","method":"GET","path":"/district_admins/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistricts","document":"data-v2.1","method":"GET","path":"/districts","queryParams":["count"],"paginated":false,"answers":"list","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictsOrCount","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrict","document":"data-v2.1","method":"GET","path":"/districts/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolAdmins","document":"data-v2.1","method":"GET","path":"/school_admins","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"SchoolAdmin","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolAdminsOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolAdmin","document":"data-v2.1","method":"GET","path":"/school_admins/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"SchoolAdmin","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolAdminResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForSchoolAdmin","document":"data-v2.1","method":"GET","path":"/school_admins/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolsForSchoolAdmin","document":"data-v2.1","method":"GET","path":"/school_admins/{id}/schools","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchools","document":"data-v2.1","method":"GET","path":"/schools","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolsOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchool","document":"data-v2.1","method":"GET","path":"/schools/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForSchool","document":"data-v2.1","method":"GET","path":"/schools/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSectionsForSchool","document":"data-v2.1","method":"GET","path":"/schools/{id}/sections","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getStudentsForSchool","document":"data-v2.1","method":"GET","path":"/schools/{id}/students","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Student","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"StudentsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTeachersForSchool","document":"data-v2.1","method":"GET","path":"/schools/{id}/teachers","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Teacher","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TeachersResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSections","document":"data-v2.1","method":"GET","path":"/sections","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSection","document":"data-v2.1","method":"GET","path":"/sections/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getCourseForSection","document":"data-v2.1","method":"GET","path":"/sections/{id}/course","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Course","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"CourseResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForSection","document":"data-v2.1","method":"GET","path":"/sections/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolForSection","document":"data-v2.1","method":"GET","path":"/sections/{id}/school","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getStudentsForSection","document":"data-v2.1","method":"GET","path":"/sections/{id}/students","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Student","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"StudentsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTeacherForSection","document":"data-v2.1","method":"GET","path":"/sections/{id}/teacher","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Teacher","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TeacherResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTeachersForSection","document":"data-v2.1","method":"GET","path":"/sections/{id}/teachers","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Teacher","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TeachersResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTermForSection","document":"data-v2.1","method":"GET","path":"/sections/{id}/term","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Term","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TermResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getStudents","document":"data-v2.1","method":"GET","path":"/students","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"Student","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"StudentsOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getStudent","document":"data-v2.1","method":"GET","path":"/students/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Student","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"StudentResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getContactsForStudent","document":"data-v2.1","method":"GET","path":"/students/{id}/contacts","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Contact","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"ContactsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForStudent","document":"data-v2.1","method":"GET","path":"/students/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolForStudent","document":"data-v2.1","method":"GET","path":"/students/{id}/school","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolsForStudent","document":"data-v2.1","method":"GET","path":"/students/{id}/schools","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSectionsForStudent","document":"data-v2.1","method":"GET","path":"/students/{id}/sections","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTeachersForStudent","document":"data-v2.1","method":"GET","path":"/students/{id}/teachers","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Teacher","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TeachersResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTeachers","document":"data-v2.1","method":"GET","path":"/teachers","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"Teacher","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TeachersOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTeacher","document":"data-v2.1","method":"GET","path":"/teachers/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Teacher","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TeacherResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForTeacher","document":"data-v2.1","method":"GET","path":"/teachers/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolForTeacher","document":"data-v2.1","method":"GET","path":"/teachers/{id}/school","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSchoolsForTeacher","document":"data-v2.1","method":"GET","path":"/teachers/{id}/schools","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"School","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SchoolsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSectionsForTeacher","document":"data-v2.1","method":"GET","path":"/teachers/{id}/sections","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getStudentsForTeacher","document":"data-v2.1","method":"GET","path":"/teachers/{id}/students","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Student","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"StudentsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTerms","document":"data-v2.1","method":"GET","path":"/terms","queryParams":["limit","starting_after","ending_before","count"],"paginated":true,"answers":"list","enveloped":true,"record":"Term","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TermsOrCount","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getTerm","document":"data-v2.1","method":"GET","path":"/terms/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Term","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"TermResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getDistrictForTerm","document":"data-v2.1","method":"GET","path":"/terms/{id}/district","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"District","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"DistrictResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getSectionsForTerm","document":"data-v2.1","method":"GET","path":"/terms/{id}/sections","queryParams":["limit","starting_after","ending_before"],"paginated":true,"answers":"list","enveloped":true,"record":"Section","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"SectionsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getEvents","document":"data-v2.1","method":"GET","path":"/events","queryParams":["limit","starting_after","ending_before","school","record_type"],"paginated":true,"answers":"list","enveloped":true,"record":"Event","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","413":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"EventsResponse","400":"DataError","401":"DataError","404":"DataError","413":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
    {"id":"getEvent","document":"data-v2.1","method":"GET","path":"/events/{id}","queryParams":[],"paginated":false,"answers":"single","enveloped":true,"record":"Event","requestBody":"","statuses":{"200":"json","400":"json","401":"json","404":"json","429":"empty","500":"json","501":"json","502":"json","503":"json"},"bodies":{"200":"EventResponse","400":"DataError","401":"DataError","404":"DataError","500":"DataError","501":"DataError","502":"DataError","503":"DataError"}},
  ],
  schemas: {
    "Student": {
      fields: {
        "created": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "credentials": {"type":"object","ref":"Credentials","guaranteed":true,"validated":false},
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "dob": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$","redact":"date"},
        "ell_status": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "gender": {"type":"string","guaranteed":false,"validated":true,"enum":["M","F","","X"],"redact":"category"},
        "grade": {"type":"string","guaranteed":false,"validated":true,"enum":["PreKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","PostGraduate","Other","InfantToddler","Preschool","TransitionalKindergarten","13","Ungraded",""],"redact":"category"},
        "graduation_year": {"type":"string","guaranteed":false,"validated":true,"redact":"number"},
        "hispanic_ethnicity": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "location": {"type":"object","ref":"Location","guaranteed":false,"validated":false},
        "name": {"type":"object","ref":"Name","guaranteed":true,"validated":false},
        "race": {"type":"string","guaranteed":false,"validated":true,"enum":["Caucasian","Asian","Black or African American","American Indian","Hawaiian or Other Pacific Islander","Two or More Races","Unknown",""],"redact":"category"},
        "school": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "sis_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "student_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "enrollments": {"type":"array","ref":"SchoolEnrollment","guaranteed":false,"validated":true},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "home_language": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "iep_status": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "unweighted_gpa": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "weighted_gpa": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "PartialStudent": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "credentials": {"type":"object","ref":"Credentials","guaranteed":false,"validated":false},
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "dob": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$","redact":"date"},
        "ell_status": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "gender": {"type":"string","guaranteed":false,"validated":true,"enum":["M","F","","X"],"redact":"category"},
        "grade": {"type":"string","guaranteed":false,"validated":true,"enum":["PreKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","PostGraduate","Other","InfantToddler","Preschool","TransitionalKindergarten","13","Ungraded",""],"redact":"category"},
        "graduation_year": {"type":"string","guaranteed":false,"validated":true,"redact":"number"},
        "hispanic_ethnicity": {"type":"string","guaranteed":false,"validated":true,"enum":["Y","N",""],"redact":"category"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "location": {"type":"object","ref":"Location","guaranteed":false,"validated":false},
        "name": {"type":"object","ref":"Name","guaranteed":false,"validated":false},
        "race": {"type":"string","guaranteed":false,"validated":true,"enum":["Caucasian","Asian","Black or African American","American Indian","Hawaiian or Other Pacific Islander","Two or More Races","Unknown",""],"redact":"category"},
        "school": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":false,"validated":true},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "student_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "enrollments": {"type":"array","ref":"SchoolEnrollment","guaranteed":false,"validated":true},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "home_language": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "iep_status": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "unweighted_gpa": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "weighted_gpa": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "Teacher": {
      fields: {
        "created": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "credentials": {"type":"object","ref":"Credentials","guaranteed":false,"validated":false},
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "name": {"type":"object","ref":"Name","guaranteed":true,"validated":false},
        "school": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "sis_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "teacher_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
      },
    },
    "PartialTeacher": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "credentials": {"type":"object","ref":"Credentials","guaranteed":false,"validated":false},
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "name": {"type":"object","ref":"Name","guaranteed":false,"validated":false},
        "school": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":false,"validated":true},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "teacher_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
      },
    },
    "Section": {
      fields: {
        "course": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "created": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "grade": {"type":"string","guaranteed":false,"validated":true,"enum":["PreKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","PostGraduate","Other","InfantToddler","Preschool","TransitionalKindergarten","13","Ungraded",""],"redact":"category"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "name": {"type":"string","guaranteed":true,"validated":false,"redact":"name"},
        "period": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "school": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "section_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "sis_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "students": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "subject": {"type":"string","guaranteed":true,"validated":true,"enum":["english/language arts","math","science","social studies","language","homeroom/advisory","interventions/online learning","technology and engineering","PE and health","arts and music","other",""],"redact":"category"},
        "teacher": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "teachers": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "term_id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
      },
    },
    "PartialSection": {
      fields: {
        "course": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "grade": {"type":"string","guaranteed":false,"validated":true,"enum":["PreKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","PostGraduate","Other","InfantToddler","Preschool","TransitionalKindergarten","13","Ungraded",""],"redact":"category"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
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
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
      },
    },
    "School": {
      fields: {
        "created": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "high_grade": {"type":"string","guaranteed":false,"validated":true,"enum":["PreKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","PostGraduate","Other"],"redact":"category"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":true,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "location": {"type":"object","ref":"Location","guaranteed":false,"validated":false},
        "low_grade": {"type":"string","guaranteed":false,"validated":true,"enum":["PreKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","PostGraduate","Other"],"redact":"category"},
        "mdr_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "name": {"type":"string","guaranteed":true,"validated":false,"redact":"name"},
        "nces_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "phone": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "principal": {"type":"object","ref":"Principal","guaranteed":true,"validated":false},
        "school_number": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "sis_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
      },
    },
    "PartialSchool": {
      fields: {
        "created": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "high_grade": {"type":"string","guaranteed":false,"validated":true,"enum":["PreKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","PostGraduate","Other"],"redact":"category"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "last_modified": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "location": {"type":"object","ref":"Location","guaranteed":false,"validated":false},
        "low_grade": {"type":"string","guaranteed":false,"validated":true,"enum":["PreKindergarten","Kindergarten","1","2","3","4","5","6","7","8","9","10","11","12","PostGraduate","Other"],"redact":"category"},
        "mdr_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "nces_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "phone": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "principal": {"type":"object","ref":"Principal","guaranteed":false,"validated":false},
        "school_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "state_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
      },
    },
    "District": {
      fields: {
        "error": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "last_sync": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"calendar"},
        "launch_date": {"type":"string","guaranteed":true,"validated":true,"format":"date-or-date-time","redact":"calendar"},
        "mdr_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "name": {"type":"string","guaranteed":true,"validated":false,"redact":"name"},
        "nces_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "pause_end": {"type":"string","guaranteed":false,"validated":true,"format":"date-time","redact":"calendar"},
        "pause_start": {"type":"string","guaranteed":false,"validated":true,"format":"date-time","redact":"calendar"},
        "sis_type": {"type":"string","guaranteed":true,"validated":true,"redact":"text"},
        "state": {"type":"string","guaranteed":true,"validated":true,"enum":["running","pending","error","paused","success",""],"redact":"keep"},
        "district_contact": {"type":"object","ref":"DistrictContact","guaranteed":false,"validated":false},
        "login_methods": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"redact":"text"},"guaranteed":false,"validated":true},
        "portal_url": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "PartialDistrict": {
      fields: {
        "error": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "last_sync": {"type":"string","guaranteed":false,"validated":true,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"calendar"},
        "launch_date": {"type":"string","guaranteed":false,"validated":true,"format":"date-or-date-time","redact":"calendar"},
        "mdr_number": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "nces_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "pause_end": {"type":"string","guaranteed":false,"validated":true,"format":"date-time","redact":"calendar"},
        "pause_start": {"type":"string","guaranteed":false,"validated":true,"format":"date-time","redact":"calendar"},
        "sis_type": {"type":"string","guaranteed":false,"validated":true,"redact":"text"},
        "state": {"type":"string","guaranteed":false,"validated":true,"enum":["running","pending","error","paused","success",""],"redact":"keep"},
        "district_contact": {"type":"object","ref":"DistrictContact","guaranteed":false,"validated":false},
        "login_methods": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"redact":"text"},"guaranteed":false,"validated":true},
        "portal_url": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "SchoolAdmin": {
      fields: {
        "credentials": {"type":"object","ref":"Credentials","guaranteed":true,"validated":false},
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":true,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"object","ref":"AdminName","guaranteed":true,"validated":false},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "staff_id": {"type":"string","guaranteed":true,"validated":false,"redact":"text"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "department": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "PartialSchoolAdmin": {
      fields: {
        "credentials": {"type":"object","ref":"Credentials","guaranteed":false,"validated":false},
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"object","ref":"AdminName","guaranteed":false,"validated":false},
        "schools": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":false,"validated":true},
        "staff_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "ext": {"type":"map","guaranteed":false,"validated":false,"redact":"drop"},
        "department": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "DistrictAdmin": {
      fields: {
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":true,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"object","ref":"AdminName","guaranteed":false,"validated":false},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "PartialDistrictAdmin": {
      fields: {
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"object","ref":"AdminName","guaranteed":false,"validated":false},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "Contact": {
      fields: {
        "district": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"string","guaranteed":true,"validated":false,"redact":"name"},
        "phone": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "phone_type": {"type":"string","guaranteed":false,"validated":true,"enum":["Cell","Home","Work","Other",""],"redact":"category"},
        "relationship": {"type":"string","guaranteed":false,"validated":true,"enum":["Parent","Grandparent","Self","Aunt/Uncle","Sibling","Other",""],"redact":"category"},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "students": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":true,"validated":true},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["Parent/Guardian","Emergency","Primary","Secondary","Family","Other",""],"redact":"category"},
      },
    },
    "PartialContact": {
      fields: {
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "phone": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "phone_type": {"type":"string","guaranteed":false,"validated":true,"enum":["Cell","Home","Work","Other",""],"redact":"category"},
        "relationship": {"type":"string","guaranteed":false,"validated":true,"enum":["Parent","Grandparent","Self","Aunt/Uncle","Sibling","Other",""],"redact":"category"},
        "sis_id": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
        "students": {"type":"array","items":{"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},"guaranteed":false,"validated":true},
        "type": {"type":"string","guaranteed":false,"validated":true,"enum":["Parent/Guardian","Emergency","Primary","Secondary","Family","Other",""],"redact":"category"},
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
    "Name": {
      fields: {
        "first": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "last": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "middle": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
      },
    },
    "AdminName": {
      fields: {
        "first": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
        "last": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
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
    "Principal": {
      fields: {
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "name": {"type":"string","guaranteed":false,"validated":false,"redact":"name"},
      },
    },
    "Credentials": {
      fields: {
        "district_username": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
    },
    "StudentResponse": {
      fields: {
        "data": {"type":"object","ref":"Student","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "StudentItem": {
      fields: {
        "data": {"type":"object","ref":"Student","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "StudentsResponse": {
      fields: {
        "data": {"type":"array","ref":"StudentItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "TeacherResponse": {
      fields: {
        "data": {"type":"object","ref":"Teacher","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "TeacherItem": {
      fields: {
        "data": {"type":"object","ref":"Teacher","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "TeachersResponse": {
      fields: {
        "data": {"type":"array","ref":"TeacherItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
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
    "SchoolAdminResponse": {
      fields: {
        "data": {"type":"object","ref":"SchoolAdmin","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "SchoolAdminItem": {
      fields: {
        "data": {"type":"object","ref":"SchoolAdmin","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "SchoolAdminsResponse": {
      fields: {
        "data": {"type":"array","ref":"SchoolAdminItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "DistrictAdminResponse": {
      fields: {
        "data": {"type":"object","ref":"DistrictAdmin","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "DistrictAdminItem": {
      fields: {
        "data": {"type":"object","ref":"DistrictAdmin","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "DistrictAdminsResponse": {
      fields: {
        "data": {"type":"array","ref":"DistrictAdminItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "ContactResponse": {
      fields: {
        "data": {"type":"object","ref":"Contact","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"RecordLink","guaranteed":false,"validated":false},
      },
    },
    "ContactItem": {
      fields: {
        "data": {"type":"object","ref":"Contact","guaranteed":true,"validated":false},
        "uri": {"type":"string","guaranteed":false,"validated":false,"redact":"url"},
      },
    },
    "ContactsResponse": {
      fields: {
        "data": {"type":"array","ref":"ContactItem","guaranteed":true,"validated":false},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
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
    "ContactsEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["contacts.created","contacts.updated","contacts.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"ContactsEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialContact","guaranteed":false,"validated":false},
      },
    },
    "ContactsEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialContact","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialContact","guaranteed":false,"validated":false},
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
    "DistrictAdminsEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["districtadmins.created","districtadmins.updated","districtadmins.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"DistrictAdminsEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialDistrictAdmin","guaranteed":false,"validated":false},
      },
    },
    "DistrictAdminsEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialDistrictAdmin","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialDistrictAdmin","guaranteed":false,"validated":false},
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
    "SchoolAdminsEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["schooladmins.created","schooladmins.updated","schooladmins.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"SchoolAdminsEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialSchoolAdmin","guaranteed":false,"validated":false},
      },
    },
    "SchoolAdminsEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialSchoolAdmin","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialSchoolAdmin","guaranteed":false,"validated":false},
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
    "StudentsEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["students.created","students.updated","students.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"StudentsEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialStudent","guaranteed":false,"validated":false},
      },
    },
    "StudentsEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialStudent","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialStudent","guaranteed":false,"validated":false},
      },
    },
    "TeachersEvent": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"enum":["teachers.created","teachers.updated","teachers.deleted"],"redact":"keep"},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","ref":"TeachersEventData","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialTeacher","guaranteed":false,"validated":false},
      },
    },
    "TeachersEventData": {
      fields: {
        "object": {"type":"object","ref":"PartialTeacher","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","ref":"PartialTeacher","guaranteed":false,"validated":false},
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
    "Event": {
      fields: {
        "id": {"type":"string","guaranteed":true,"validated":false,"format":"object-id","redact":"id"},
        "type": {"type":"string","guaranteed":true,"validated":true,"redact":"keep","enum":["contacts.created","contacts.updated","contacts.deleted","courses.created","courses.updated","courses.deleted","districtadmins.created","districtadmins.updated","districtadmins.deleted","districts.created","districts.updated","districts.deleted","schooladmins.created","schooladmins.updated","schooladmins.deleted","schools.created","schools.updated","schools.deleted","sections.created","sections.updated","sections.deleted","students.created","students.updated","students.deleted","teachers.created","teachers.updated","teachers.deleted","terms.created","terms.updated","terms.deleted"]},
        "created": {"type":"string","guaranteed":true,"validated":false,"pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[+-]00:00)$","format":"date-time","redact":"instant"},
        "data": {"type":"object","guaranteed":true,"validated":false},
        "previous_attributes": {"type":"object","guaranteed":false,"validated":false},
      },
      variants: {"field":"type","schemas":{"contacts.created":"ContactsEvent","contacts.updated":"ContactsEvent","contacts.deleted":"ContactsEvent","courses.created":"CoursesEvent","courses.updated":"CoursesEvent","courses.deleted":"CoursesEvent","districtadmins.created":"DistrictAdminsEvent","districtadmins.updated":"DistrictAdminsEvent","districtadmins.deleted":"DistrictAdminsEvent","districts.created":"DistrictsEvent","districts.updated":"DistrictsEvent","districts.deleted":"DistrictsEvent","schooladmins.created":"SchoolAdminsEvent","schooladmins.updated":"SchoolAdminsEvent","schooladmins.deleted":"SchoolAdminsEvent","schools.created":"SchoolsEvent","schools.updated":"SchoolsEvent","schools.deleted":"SchoolsEvent","sections.created":"SectionsEvent","sections.updated":"SectionsEvent","sections.deleted":"SectionsEvent","students.created":"StudentsEvent","students.updated":"StudentsEvent","students.deleted":"StudentsEvent","teachers.created":"TeachersEvent","teachers.updated":"TeachersEvent","teachers.deleted":"TeachersEvent","terms.created":"TermsEvent","terms.updated":"TermsEvent","terms.deleted":"TermsEvent"}},
    },
    "CountResponse": {
      fields: {
        "count": {"type":"integer","guaranteed":true,"validated":false,"redact":"number"},
        "links": {"type":"array","ref":"Link","guaranteed":true,"validated":false},
      },
    },
    "ContactsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"ContactItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "CoursesOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"CourseItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "DistrictsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"DistrictItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "DistrictAdminsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"DistrictAdminItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "SchoolAdminsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"SchoolAdminItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "SchoolsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"SchoolItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "SectionsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"SectionItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "StudentsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"StudentItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "TeachersOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"TeacherItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "TermsOrCount": {
      fields: {
        "data": {"type":"array","guaranteed":false,"validated":false,"ref":"TermItem"},
        "links": {"type":"array","guaranteed":true,"validated":false,"ref":"Link"},
        "count": {"type":"integer","guaranteed":false,"validated":false,"redact":"number"},
      },
    },
    "SchoolEnrollment": {
      fields: {
        "end_date": {"type":"string","guaranteed":false,"validated":true,"format":"date-or-date-time","redact":"date"},
        "school": {"type":"string","guaranteed":true,"validated":true,"format":"object-id","redact":"id"},
        "start_date": {"type":"string","guaranteed":false,"validated":true,"format":"date-or-date-time","redact":"date"},
      },
    },
    "DistrictContact": {
      fields: {
        "district": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "email": {"type":"string","guaranteed":false,"validated":false,"redact":"email"},
        "id": {"type":"string","guaranteed":false,"validated":true,"format":"object-id","redact":"id"},
        "name": {"type":"object","ref":"Name","guaranteed":false,"validated":false},
        "title": {"type":"string","guaranteed":false,"validated":false,"redact":"text"},
      },
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
