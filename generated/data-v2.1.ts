// Written by npm run generate out of openapi/. Do not edit.
export interface paths {
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts
         * @description Every contact that is shared with your application, oldest first.
         */
        get: operations["getContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a contact
         * @description One contact by its id. A contact that was deleted or is no longer shared answers 404. Contacts need a scope of their own.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/district": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a contact's district
         * @description The district of one contact, with the same body as `/districts/{id}`.
         */
        get: operations["getDistrictForContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/students": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a contact's students
         * @description The students of one contact, paged like every list. The published description lists no 404 here, although the path has an id; expect one as everywhere.
         */
        get: operations["getStudentsForContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List courses
         * @description Every course that is shared with your application, oldest first.
         */
        get: operations["getCourses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a course
         * @description One course by its id. A course that was deleted or is no longer shared answers 404.
         */
        get: operations["getCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/district": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a course's district
         * @description The district of one course, with the same body as `/districts/{id}`.
         */
        get: operations["getDistrictForCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a course's sections
         * @description The sections of one course, paged like every list.
         */
        get: operations["getSectionsForCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/district_admins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List district administrators
         * @description Every district administrator that is shared with your application, oldest first.
         */
        get: operations["getDistrictAdmins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/district_admins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a district administrator
         * @description One district administrator by its id. A district administrator that was deleted or is no longer shared answers 404.
         */
        get: operations["getDistrictAdmin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/district_admins/{id}/district": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a district administrator's district
         * @description The district of one district administrator, with the same body as `/districts/{id}`.
         */
        get: operations["getDistrictForDistrictAdmin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/districts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List districts
         * @description Every district that is shared with your application, oldest first. A district token sees exactly one. There are no paging parameters here.
         */
        get: operations["getDistricts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/districts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a district
         * @description One district by its id. A district that was deleted or is no longer shared answers 404. Good for a first look: `state` tells whether the data is fresh, `error` why it is not.
         */
        get: operations["getDistrict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/school_admins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List school administrators
         * @description Every school administrator that is shared with your application, oldest first.
         */
        get: operations["getSchoolAdmins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/school_admins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a school administrator
         * @description One school administrator by its id. A school administrator that was deleted or is no longer shared answers 404.
         */
        get: operations["getSchoolAdmin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/school_admins/{id}/district": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a school administrator's district
         * @description The district of one school administrator, with the same body as `/districts/{id}`.
         */
        get: operations["getDistrictForSchoolAdmin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/school_admins/{id}/schools": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a school administrator's schools
         * @description The schools of one school administrator, paged like every list.
         */
        get: operations["getSchoolsForSchoolAdmin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List schools
         * @description Every school that is shared with your application, oldest first.
         */
        get: operations["getSchools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a school
         * @description One school by its id. A school that was deleted or is no longer shared answers 404.
         */
        get: operations["getSchool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{id}/district": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a school's district
         * @description The district of one school, with the same body as `/districts/{id}`.
         */
        get: operations["getDistrictForSchool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a school's sections
         * @description The sections of one school, paged like every list.
         */
        get: operations["getSectionsForSchool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{id}/students": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a school's students
         * @description The students of one school, paged like every list.
         */
        get: operations["getStudentsForSchool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{id}/teachers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a school's teachers
         * @description The teachers of one school, paged like every list.
         */
        get: operations["getTeachersForSchool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sections
         * @description Every section that is shared with your application, oldest first. A section names its students and teachers by id, so three lists (students, teachers, sections) give the whole roster.
         */
        get: operations["getSections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a section
         * @description One section by its id. A section that was deleted or is no longer shared answers 404.
         */
        get: operations["getSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections/{id}/course": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a section's course
         * @description The course of one section, with the same body as `/courses/{id}`. 404 where the section belongs to no course.
         */
        get: operations["getCourseForSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections/{id}/district": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a section's district
         * @description The district of one section, with the same body as `/districts/{id}`.
         */
        get: operations["getDistrictForSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections/{id}/school": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a section's school
         * @description The school of one section, with the same body as `/schools/{id}`.
         */
        get: operations["getSchoolForSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections/{id}/students": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a section's students
         * @description The students of one section, paged like every list.
         */
        get: operations["getStudentsForSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections/{id}/teacher": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a section's teacher
         * @description The teacher of one section, with the same body as `/teachers/{id}`. This is the primary teacher; `/sections/{id}/teachers` lists all of them. 404 where the section has none.
         */
        get: operations["getTeacherForSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections/{id}/teachers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a section's teachers
         * @description The teachers of one section, paged like every list. The primary teacher is among them.
         */
        get: operations["getTeachersForSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sections/{id}/term": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a section's term
         * @description The term of one section, with the same body as `/terms/{id}`. 404 where the section belongs to no term.
         */
        get: operations["getTermForSection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/students": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List students
         * @description Every student that is shared with your application, oldest first. The largest collection of most districts: raise `limit` to need fewer requests, and keep the last id to resume.
         */
        get: operations["getStudents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/students/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a student
         * @description One student by its id. A student that was deleted or is no longer shared answers 404.
         */
        get: operations["getStudent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/students/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a student's contacts
         * @description The contacts of one student, paged like every list.
         */
        get: operations["getContactsForStudent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/students/{id}/district": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a student's district
         * @description The district of one student, with the same body as `/districts/{id}`.
         */
        get: operations["getDistrictForStudent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/students/{id}/school": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a student's school
         * @description The school of one student, with the same body as `/schools/{id}`. This is the primary school; `/students/{id}/schools` lists all of them.
         */
        get: operations["getSchoolForStudent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/students/{id}/schools": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a student's schools
         * @description The schools of one student, paged like every list. The primary school is among them.
         */
        get: operations["getSchoolsForStudent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/students/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a student's sections
         * @description The sections of one student, paged like every list.
         */
        get: operations["getSectionsForStudent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/students/{id}/teachers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a student's teachers
         * @description The teachers of one student, paged like every list. These are the teachers of all sections of the student.
         */
        get: operations["getTeachersForStudent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teachers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List teachers
         * @description Every teacher that is shared with your application, oldest first.
         */
        get: operations["getTeachers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teachers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a teacher
         * @description One teacher by its id. A teacher that was deleted or is no longer shared answers 404.
         */
        get: operations["getTeacher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teachers/{id}/district": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a teacher's district
         * @description The district of one teacher, with the same body as `/districts/{id}`.
         */
        get: operations["getDistrictForTeacher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teachers/{id}/school": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a teacher's school
         * @description The school of one teacher, with the same body as `/schools/{id}`. This is the primary school; `/teachers/{id}/schools` lists all of them.
         */
        get: operations["getSchoolForTeacher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teachers/{id}/schools": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a teacher's schools
         * @description The schools of one teacher, paged like every list. The primary school is among them.
         */
        get: operations["getSchoolsForTeacher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teachers/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a teacher's sections
         * @description The sections of one teacher, paged like every list.
         */
        get: operations["getSectionsForTeacher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/teachers/{id}/students": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a teacher's students
         * @description The students of one teacher, paged like every list. These are the students of all sections of the teacher; a student of two sections is listed once.
         */
        get: operations["getStudentsForTeacher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List terms
         * @description Every term that is shared with your application, oldest first.
         */
        get: operations["getTerms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a term
         * @description One term by its id. A term that was deleted or is no longer shared answers 404.
         */
        get: operations["getTerm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms/{id}/district": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get a term's district
         * @description The district of one term, with the same body as `/districts/{id}`.
         */
        get: operations["getDistrictForTerm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/terms/{id}/sections": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * List a term's sections
         * @description The sections of one term, paged like every list.
         */
        get: operations["getSectionsForTerm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description What changed in the last 30 days or so, oldest first. Keep the id of the last event you handled and go on from it with `starting_after`; ask `ending_before=last&limit=1` for the newest one.
         */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /**
         * Get an event
         * @description One event by its own id, which is not the id of the record that changed. Events that have grown too old answer 404.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A student. The fields under `required` are guaranteed. */
        Student: {
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds.
             * @example 2025-08-18T14:05:09.120Z
             */
            created: string;
            /** @description How the student signs in at the district. The object is always there, the user name in it may be empty. */
            credentials: components["schemas"]["Credentials"];
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * @description Date of birth as month/day/year, without leading zeros.
             * @example 9/4/2014
             */
            dob?: string | null;
            /**
             * @description Whether the student is learning English.
             * @example N
             * @enum {string|null}
             */
            ell_status?: "Y" | "N" | "" | null;
            /**
             * @description Email address, exactly as the school system has it.
             * @example robin.sample@example.org
             */
            email?: string | null;
            /**
             * @description Gender in the school system.
             * @example F
             * @enum {string|null}
             */
            gender?: "M" | "F" | "" | null | "X";
            /**
             * @description Grade level.
             * @example 5
             * @enum {string|null}
             */
            grade?: "PreKindergarten" | "Kindergarten" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "PostGraduate" | "Other" | null | "InfantToddler" | "Preschool" | "TransitionalKindergarten" | "13" | "Ungraded" | "";
            /**
             * @description Year in which the student is expected to graduate, as text. Very often an empty string.
             * @example 2033
             */
            graduation_year?: string | null;
            /**
             * @description Whether the student is of Hispanic or Latino ethnicity.
             * @example N
             * @enum {string|null}
             */
            hispanic_ethnicity?: "Y" | "N" | "" | null;
            /**
             * Format: object-id
             * @description Id of the student at Clever. It stays the same for as long as the student is shared.
             * @example 60a000000000000000000301
             */
            id: string;
            /**
             * Format: date-time
             * @description When anything of the record last changed, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified: string;
            /** @description Home address. */
            location?: components["schemas"]["Location"] | null;
            /** @description Name of the student. The object is always there, each of its parts may be missing. */
            name: components["schemas"]["Name"];
            /**
             * @description Race as the district reports it.
             * @example Unknown
             * @enum {string|null}
             */
            race?: "Caucasian" | "Asian" | "Black or African American" | "American Indian" | "Hawaiian or Other Pacific Islander" | "Two or More Races" | "Unknown" | "" | null;
            /**
             * Format: object-id
             * @description Id of the primary school. It is also one of `schools`.
             * @example 60a000000000000000000101
             */
            school: string;
            /**
             * @description Ids of all schools that the student attends.
             * @example [
             *       "60a000000000000000000101"
             *     ]
             */
            schools: string[];
            /**
             * @description Id of the student in the student information system of the school, unique within a district.
             * @example SIS-STUDENT-0301
             */
            sis_id: string;
            /**
             * @description Id of the student at the state.
             * @example STATE-0301
             */
            state_id?: string | null;
            /**
             * @description Number of the student at the district.
             * @example N-0301
             */
            student_number?: string | null;
            /** @description When the student was at which school. Very often an empty list. */
            enrollments?: components["schemas"]["SchoolEnrollment"][];
            /** @description Fields of the district's own for students. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * @description Language that is spoken at home, by its English name. Needs a scope of its own.
             * @example English
             */
            home_language?: string | null;
            /**
             * @description Whether there is an individual plan of education, usually as `Y` or `N`. Needs a scope of its own.
             * @example N
             */
            iep_status?: string | null;
            /**
             * @description Average of the grades, as text.
             * @example 3.4
             */
            unweighted_gpa?: string | null;
            /**
             * @description The same with harder courses counting for more, as text.
             * @example 3.9
             */
            weighted_gpa?: string | null;
        };
        /** @description Any part of the fields of a Student: what an event may carry. */
        PartialStudent: {
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string;
            /** @description How the student signs in at the district. The object is always there, the user name in it may be empty. */
            credentials?: components["schemas"]["Credentials"];
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /**
             * @description Date of birth as month/day/year, without leading zeros.
             * @example 9/4/2014
             */
            dob?: string | null;
            /**
             * @description Whether the student is learning English.
             * @example N
             * @enum {string|null}
             */
            ell_status?: "Y" | "N" | "" | null;
            /**
             * @description Email address, exactly as the school system has it.
             * @example robin.sample@example.org
             */
            email?: string | null;
            /**
             * @description Gender in the school system.
             * @example F
             * @enum {string|null}
             */
            gender?: "M" | "F" | "" | null | "X";
            /**
             * @description Grade level.
             * @example 5
             * @enum {string|null}
             */
            grade?: "PreKindergarten" | "Kindergarten" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "PostGraduate" | "Other" | null | "InfantToddler" | "Preschool" | "TransitionalKindergarten" | "13" | "Ungraded" | "";
            /**
             * @description Year in which the student is expected to graduate, as text. Very often an empty string.
             * @example 2033
             */
            graduation_year?: string | null;
            /**
             * @description Whether the student is of Hispanic or Latino ethnicity.
             * @example N
             * @enum {string|null}
             */
            hispanic_ethnicity?: "Y" | "N" | "" | null;
            /**
             * Format: object-id
             * @description Id of the student at Clever. It stays the same for as long as the student is shared.
             * @example 60a000000000000000000301
             */
            id?: string;
            /**
             * Format: date-time
             * @description When anything of the record last changed, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified?: string;
            /** @description Home address. */
            location?: components["schemas"]["Location"] | null;
            /** @description Name of the student. The object is always there, each of its parts may be missing. */
            name?: components["schemas"]["Name"];
            /**
             * @description Race as the district reports it.
             * @example Unknown
             * @enum {string|null}
             */
            race?: "Caucasian" | "Asian" | "Black or African American" | "American Indian" | "Hawaiian or Other Pacific Islander" | "Two or More Races" | "Unknown" | "" | null;
            /**
             * Format: object-id
             * @description Id of the primary school. It is also one of `schools`.
             * @example 60a000000000000000000101
             */
            school?: string;
            /**
             * @description Ids of all schools that the student attends.
             * @example [
             *       "60a000000000000000000101"
             *     ]
             */
            schools?: string[];
            /**
             * @description Id of the student in the student information system of the school, unique within a district.
             * @example SIS-STUDENT-0301
             */
            sis_id?: string;
            /**
             * @description Id of the student at the state.
             * @example STATE-0301
             */
            state_id?: string | null;
            /**
             * @description Number of the student at the district.
             * @example N-0301
             */
            student_number?: string | null;
            /** @description When the student was at which school. Very often an empty list. */
            enrollments?: components["schemas"]["SchoolEnrollment"][];
            /** @description Fields of the district's own for students. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * @description Language that is spoken at home, by its English name. Needs a scope of its own.
             * @example English
             */
            home_language?: string | null;
            /**
             * @description Whether there is an individual plan of education, usually as `Y` or `N`. Needs a scope of its own.
             * @example N
             */
            iep_status?: string | null;
            /**
             * @description Average of the grades, as text.
             * @example 3.4
             */
            unweighted_gpa?: string | null;
            /**
             * @description The same with harder courses counting for more, as text.
             * @example 3.9
             */
            weighted_gpa?: string | null;
        };
        /** @description A teacher. The fields under `required` are guaranteed. */
        Teacher: {
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds.
             * @example 2025-08-18T14:05:09.120Z
             */
            created: string;
            /** @description How the teacher signs in at the district. */
            credentials?: components["schemas"]["Credentials"] | null;
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * @description Email address, exactly as the school system has it.
             * @example casey.demo@example.org
             */
            email?: string | null;
            /**
             * Format: object-id
             * @description Id of the teacher at Clever.
             * @example 60a000000000000000000201
             */
            id: string;
            /**
             * Format: date-time
             * @description When anything of the record last changed, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified: string;
            /** @description Name of the teacher. The object is always there, each of its parts may be missing. */
            name: components["schemas"]["Name"];
            /**
             * Format: object-id
             * @description Id of the primary school. It is also one of `schools`.
             * @example 60a000000000000000000101
             */
            school: string;
            /**
             * @description Ids of all schools where the teacher works.
             * @example [
             *       "60a000000000000000000101"
             *     ]
             */
            schools: string[];
            /**
             * @description Id of the teacher in the student information system of the school.
             * @example SIS-TEACHER-0201
             */
            sis_id: string;
            /**
             * @description Id of the teacher at the state.
             * @example STATE-0201
             */
            state_id?: string | null;
            /**
             * @description Number of the teacher at the district.
             * @example N-0201
             */
            teacher_number?: string | null;
            /**
             * @description Job title, free text.
             * @example Classroom teacher
             */
            title?: string | null;
            /** @description Fields of the district's own for such records. Keys and texts are free. */
            ext?: Record<string, never> | null;
        };
        /** @description Any part of the fields of a Teacher: what an event may carry. */
        PartialTeacher: {
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string;
            /** @description How the teacher signs in at the district. */
            credentials?: components["schemas"]["Credentials"] | null;
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /**
             * @description Email address, exactly as the school system has it.
             * @example casey.demo@example.org
             */
            email?: string | null;
            /**
             * Format: object-id
             * @description Id of the teacher at Clever.
             * @example 60a000000000000000000201
             */
            id?: string;
            /**
             * Format: date-time
             * @description When anything of the record last changed, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified?: string;
            /** @description Name of the teacher. The object is always there, each of its parts may be missing. */
            name?: components["schemas"]["Name"];
            /**
             * Format: object-id
             * @description Id of the primary school. It is also one of `schools`.
             * @example 60a000000000000000000101
             */
            school?: string;
            /**
             * @description Ids of all schools where the teacher works.
             * @example [
             *       "60a000000000000000000101"
             *     ]
             */
            schools?: string[];
            /**
             * @description Id of the teacher in the student information system of the school.
             * @example SIS-TEACHER-0201
             */
            sis_id?: string;
            /**
             * @description Id of the teacher at the state.
             * @example STATE-0201
             */
            state_id?: string | null;
            /**
             * @description Number of the teacher at the district.
             * @example N-0201
             */
            teacher_number?: string | null;
            /**
             * @description Job title, free text.
             * @example Classroom teacher
             */
            title?: string | null;
            /** @description Fields of the district's own for such records. Keys and texts are free. */
            ext?: Record<string, never> | null;
        };
        /** @description A section: one group of students who are taught together. The fields under `required` are guaranteed. */
        Section: {
            /**
             * Format: object-id
             * @description Id of the course that the section belongs to.
             * @example 60a000000000000000000501
             */
            course?: string | null;
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds.
             * @example 2025-08-18T14:05:09.120Z
             */
            created: string;
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * @description Grade level that the section is for.
             * @example 5
             * @enum {string|null}
             */
            grade?: "PreKindergarten" | "Kindergarten" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "PostGraduate" | "Other" | null | "InfantToddler" | "Preschool" | "TransitionalKindergarten" | "13" | "Ungraded" | "";
            /**
             * Format: object-id
             * @description Id of the section at Clever.
             * @example 60a000000000000000000401
             */
            id: string;
            /**
             * Format: date-time
             * @description When anything of the record last changed, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified: string;
            /**
             * @description Name that teachers and students know the section by. May be empty.
             * @example Sample Math, group 1
             */
            name: string;
            /**
             * @description Period of the school day, free text.
             * @example 3
             */
            period?: string | null;
            /**
             * Format: object-id
             * @description Id of the school that holds the section.
             * @example 60a000000000000000000101
             */
            school: string;
            /**
             * @description Number of the section in the school system.
             * @example S-0401
             */
            section_number?: string | null;
            /**
             * @description Id of the section in the student information system of the school.
             * @example SIS-SECTION-0401
             */
            sis_id: string;
            /**
             * @description Ids of the students who are enrolled. May be an empty list.
             * @example [
             *       "60a000000000000000000301"
             *     ]
             */
            students: string[];
            /**
             * @description Subject, normalised by Clever. Servers also send an empty string.
             * @example math
             * @enum {string}
             */
            subject: "english/language arts" | "math" | "science" | "social studies" | "language" | "homeroom/advisory" | "interventions/online learning" | "technology and engineering" | "PE and health" | "arts and music" | "other" | "";
            /**
             * Format: object-id
             * @description Id of the primary teacher. It is also one of `teachers`.
             * @example 60a000000000000000000201
             */
            teacher?: string | null;
            /**
             * @description Ids of all teachers of the section, the primary one included. May be an empty list.
             * @example [
             *       "60a000000000000000000201"
             *     ]
             */
            teachers: string[];
            /**
             * Format: object-id
             * @description Id of the term in which the section is taught.
             * @example 60a000000000000000000601
             */
            term_id?: string | null;
            /** @description Fields of the district's own for such records. Keys and texts are free. */
            ext?: Record<string, never> | null;
        };
        /** @description Any part of the fields of a Section: what an event may carry. */
        PartialSection: {
            /**
             * Format: object-id
             * @description Id of the course that the section belongs to.
             * @example 60a000000000000000000501
             */
            course?: string | null;
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string;
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /**
             * @description Grade level that the section is for.
             * @example 5
             * @enum {string|null}
             */
            grade?: "PreKindergarten" | "Kindergarten" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "PostGraduate" | "Other" | null | "InfantToddler" | "Preschool" | "TransitionalKindergarten" | "13" | "Ungraded" | "";
            /**
             * Format: object-id
             * @description Id of the section at Clever.
             * @example 60a000000000000000000401
             */
            id?: string;
            /**
             * Format: date-time
             * @description When anything of the record last changed, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified?: string;
            /**
             * @description Name that teachers and students know the section by. May be empty.
             * @example Sample Math, group 1
             */
            name?: string;
            /**
             * @description Period of the school day, free text.
             * @example 3
             */
            period?: string | null;
            /**
             * Format: object-id
             * @description Id of the school that holds the section.
             * @example 60a000000000000000000101
             */
            school?: string;
            /**
             * @description Number of the section in the school system.
             * @example S-0401
             */
            section_number?: string | null;
            /**
             * @description Id of the section in the student information system of the school.
             * @example SIS-SECTION-0401
             */
            sis_id?: string;
            /**
             * @description Ids of the students who are enrolled. May be an empty list.
             * @example [
             *       "60a000000000000000000301"
             *     ]
             */
            students?: string[];
            /**
             * @description Subject, normalised by Clever. Servers also send an empty string.
             * @example math
             * @enum {string}
             */
            subject?: "english/language arts" | "math" | "science" | "social studies" | "language" | "homeroom/advisory" | "interventions/online learning" | "technology and engineering" | "PE and health" | "arts and music" | "other" | "";
            /**
             * Format: object-id
             * @description Id of the primary teacher. It is also one of `teachers`.
             * @example 60a000000000000000000201
             */
            teacher?: string | null;
            /**
             * @description Ids of all teachers of the section, the primary one included. May be an empty list.
             * @example [
             *       "60a000000000000000000201"
             *     ]
             */
            teachers?: string[];
            /**
             * Format: object-id
             * @description Id of the term in which the section is taught.
             * @example 60a000000000000000000601
             */
            term_id?: string | null;
            /** @description Fields of the district's own for such records. Keys and texts are free. */
            ext?: Record<string, never> | null;
        };
        /** @description A school. The fields under `required` are guaranteed. */
        School: {
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds.
             * @example 2025-08-18T14:05:09.120Z
             */
            created: string;
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * @description Highest grade that the school teaches. The list leaves the empty string out, yet servers do send it.
             * @example 5
             * @enum {string|null}
             */
            high_grade?: "PreKindergarten" | "Kindergarten" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "PostGraduate" | "Other" | null;
            /**
             * Format: object-id
             * @description Id of the school at Clever.
             * @example 60a000000000000000000101
             */
            id: string;
            /**
             * Format: date-time
             * @description When anything of the record last changed, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified: string;
            /** @description Address of the school. */
            location?: components["schemas"]["Location"] | null;
            /**
             * @description Lowest grade that the school teaches. The list leaves the empty string out, yet servers do send it.
             * @example Kindergarten
             * @enum {string|null}
             */
            low_grade?: "PreKindergarten" | "Kindergarten" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "PostGraduate" | "Other" | null;
            /**
             * @description Number of the school in the directory of Market Data Retrieval.
             * @example MDR-0101
             */
            mdr_number?: string | null;
            /**
             * @description Name of the school.
             * @example Sample Elementary School
             */
            name: string;
            /**
             * @description Id of the school at the National Center for Education Statistics.
             * @example NCES-0101
             */
            nces_id?: string | null;
            /**
             * @description Telephone number, free text.
             * @example (555) 555-0101
             */
            phone?: string | null;
            /** @description Head of the school. The object is always there, each of its parts may be missing. */
            principal: components["schemas"]["Principal"];
            /**
             * @description Number of the school in the school system.
             * @example SCH-0101
             */
            school_number: string;
            /**
             * @description Id of the school in its student information system.
             * @example SIS-SCHOOL-0101
             */
            sis_id: string;
            /**
             * @description Id of the school at the state.
             * @example STATE-0101
             */
            state_id?: string | null;
            /** @description Fields of the district's own for such records. Keys and texts are free. */
            ext?: Record<string, never> | null;
        };
        /** @description Any part of the fields of a School: what an event may carry. */
        PartialSchool: {
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string;
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /**
             * @description Highest grade that the school teaches. The list leaves the empty string out, yet servers do send it.
             * @example 5
             * @enum {string|null}
             */
            high_grade?: "PreKindergarten" | "Kindergarten" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "PostGraduate" | "Other" | null;
            /**
             * Format: object-id
             * @description Id of the school at Clever.
             * @example 60a000000000000000000101
             */
            id?: string;
            /**
             * Format: date-time
             * @description When anything of the record last changed, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified?: string;
            /** @description Address of the school. */
            location?: components["schemas"]["Location"] | null;
            /**
             * @description Lowest grade that the school teaches. The list leaves the empty string out, yet servers do send it.
             * @example Kindergarten
             * @enum {string|null}
             */
            low_grade?: "PreKindergarten" | "Kindergarten" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "PostGraduate" | "Other" | null;
            /**
             * @description Number of the school in the directory of Market Data Retrieval.
             * @example MDR-0101
             */
            mdr_number?: string | null;
            /**
             * @description Name of the school.
             * @example Sample Elementary School
             */
            name?: string;
            /**
             * @description Id of the school at the National Center for Education Statistics.
             * @example NCES-0101
             */
            nces_id?: string | null;
            /**
             * @description Telephone number, free text.
             * @example (555) 555-0101
             */
            phone?: string | null;
            /** @description Head of the school. The object is always there, each of its parts may be missing. */
            principal?: components["schemas"]["Principal"];
            /**
             * @description Number of the school in the school system.
             * @example SCH-0101
             */
            school_number?: string;
            /**
             * @description Id of the school in its student information system.
             * @example SIS-SCHOOL-0101
             */
            sis_id?: string;
            /**
             * @description Id of the school at the state.
             * @example STATE-0101
             */
            state_id?: string | null;
            /** @description Fields of the district's own for such records. Keys and texts are free. */
            ext?: Record<string, never> | null;
        };
        /** @description A district. The fields under `required` are guaranteed. */
        District: {
            /**
             * @description Why the last sync failed. An empty string where all is well.
             * @example
             */
            error: string;
            /**
             * Format: object-id
             * @description Id of the district at Clever.
             * @example 60a000000000000000000001
             */
            id: string;
            /**
             * Format: date-time
             * @description When the data of the district was last refreshed, in UTC.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_sync?: string | null;
            /**
             * Format: date-or-date-time
             * @description When the district goes live with your application: a day, or an instant.
             * @example 2025-08-01
             */
            launch_date: string;
            /**
             * @description Number of the district in the directory of Market Data Retrieval.
             * @example MDR-0001
             */
            mdr_number?: string | null;
            /**
             * @description Name of the district.
             * @example Sample Unified School District
             */
            name: string;
            /**
             * @description Id of the district at the National Center for Education Statistics.
             * @example NCES-0001
             */
            nces_id?: string | null;
            /**
             * Format: date-time
             * @description When syncing starts again after a planned pause.
             * @example 2026-07-31T00:00:00.000Z
             */
            pause_end?: string | null;
            /**
             * Format: date-time
             * @description When a planned pause of syncing begins.
             * @example 2026-06-15T00:00:00.000Z
             */
            pause_start?: string | null;
            /**
             * @description Kind of student information system that the district uses. Normalised by Clever, without a published list.
             * @example sample-sis
             */
            sis_type: string;
            /**
             * @description Where the district stands with syncing. Servers also send an empty string.
             * @example running
             * @enum {string}
             */
            state: "running" | "pending" | "error" | "paused" | "success" | "";
            /** @description Whom to ask at the district. */
            district_contact?: components["schemas"]["DistrictContact"] | null;
            /**
             * @description How people sign in at the district, in words. No closed list is published.
             * @example [
             *       "Clever Passwords"
             *     ]
             */
            login_methods?: string[] | null;
            /**
             * @description Where people of the district sign in.
             * @example https://schools.example.org/sample
             */
            portal_url?: string | null;
        };
        /** @description Any part of the fields of a District: what an event may carry. */
        PartialDistrict: {
            /**
             * @description Why the last sync failed. An empty string where all is well.
             * @example
             */
            error?: string;
            /**
             * Format: object-id
             * @description Id of the district at Clever.
             * @example 60a000000000000000000001
             */
            id?: string;
            /**
             * Format: date-time
             * @description When the data of the district was last refreshed, in UTC.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_sync?: string | null;
            /**
             * Format: date-or-date-time
             * @description When the district goes live with your application: a day, or an instant.
             * @example 2025-08-01
             */
            launch_date?: string;
            /**
             * @description Number of the district in the directory of Market Data Retrieval.
             * @example MDR-0001
             */
            mdr_number?: string | null;
            /**
             * @description Name of the district.
             * @example Sample Unified School District
             */
            name?: string;
            /**
             * @description Id of the district at the National Center for Education Statistics.
             * @example NCES-0001
             */
            nces_id?: string | null;
            /**
             * Format: date-time
             * @description When syncing starts again after a planned pause.
             * @example 2026-07-31T00:00:00.000Z
             */
            pause_end?: string | null;
            /**
             * Format: date-time
             * @description When a planned pause of syncing begins.
             * @example 2026-06-15T00:00:00.000Z
             */
            pause_start?: string | null;
            /**
             * @description Kind of student information system that the district uses. Normalised by Clever, without a published list.
             * @example sample-sis
             */
            sis_type?: string;
            /**
             * @description Where the district stands with syncing. Servers also send an empty string.
             * @example running
             * @enum {string}
             */
            state?: "running" | "pending" | "error" | "paused" | "success" | "";
            /** @description Whom to ask at the district. */
            district_contact?: components["schemas"]["DistrictContact"] | null;
            /**
             * @description How people sign in at the district, in words. No closed list is published.
             * @example [
             *       "Clever Passwords"
             *     ]
             */
            login_methods?: string[] | null;
            /**
             * @description Where people of the district sign in.
             * @example https://schools.example.org/sample
             */
            portal_url?: string | null;
        };
        /** @description An administrator of one or more schools. The fields under `required` are guaranteed. */
        SchoolAdmin: {
            /** @description How the administrator signs in at the district. */
            credentials: components["schemas"]["Credentials"];
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * @description Email address.
             * @example morgan.specimen@example.org
             */
            email: string;
            /**
             * Format: object-id
             * @description Id of the school administrator at Clever.
             * @example 60a000000000000000000801
             */
            id: string;
            /** @description Name of the administrator. The object is always there, each of its parts may be missing. */
            name: components["schemas"]["AdminName"];
            /**
             * @description Ids of the schools that the administrator is in charge of.
             * @example [
             *       "60a000000000000000000101"
             *     ]
             */
            schools: string[];
            /**
             * @description Number of the administrator in the school system.
             * @example STAFF-0801
             */
            staff_id: string;
            /**
             * @description Job title, free text.
             * @example Head of school
             */
            title?: string | null;
            /** @description Fields of the district's own for such records. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * @description Department of the administrator, free text.
             * @example Front office
             */
            department?: string | null;
        };
        /** @description Any part of the fields of a SchoolAdmin: what an event may carry. */
        PartialSchoolAdmin: {
            /** @description How the administrator signs in at the district. */
            credentials?: components["schemas"]["Credentials"];
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /**
             * @description Email address.
             * @example morgan.specimen@example.org
             */
            email?: string;
            /**
             * Format: object-id
             * @description Id of the school administrator at Clever.
             * @example 60a000000000000000000801
             */
            id?: string;
            /** @description Name of the administrator. The object is always there, each of its parts may be missing. */
            name?: components["schemas"]["AdminName"];
            /**
             * @description Ids of the schools that the administrator is in charge of.
             * @example [
             *       "60a000000000000000000101"
             *     ]
             */
            schools?: string[];
            /**
             * @description Number of the administrator in the school system.
             * @example STAFF-0801
             */
            staff_id?: string;
            /**
             * @description Job title, free text.
             * @example Head of school
             */
            title?: string | null;
            /** @description Fields of the district's own for such records. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * @description Department of the administrator, free text.
             * @example Front office
             */
            department?: string | null;
        };
        /** @description An administrator of a district. The fields under `required` are guaranteed. */
        DistrictAdmin: {
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * @description Email address.
             * @example alex.placeholder@example.org
             */
            email: string;
            /**
             * Format: object-id
             * @description Id of the district administrator at Clever.
             * @example 60a000000000000000000901
             */
            id: string;
            /** @description Name of the administrator. */
            name?: components["schemas"]["AdminName"] | null;
            /**
             * @description Job title, free text.
             * @example Data coordinator
             */
            title?: string | null;
        };
        /** @description Any part of the fields of a DistrictAdmin: what an event may carry. */
        PartialDistrictAdmin: {
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /**
             * @description Email address.
             * @example alex.placeholder@example.org
             */
            email?: string;
            /**
             * Format: object-id
             * @description Id of the district administrator at Clever.
             * @example 60a000000000000000000901
             */
            id?: string;
            /** @description Name of the administrator. */
            name?: components["schemas"]["AdminName"] | null;
            /**
             * @description Job title, free text.
             * @example Data coordinator
             */
            title?: string | null;
        };
        /** @description A contact person of a student, such as a parent. The fields under `required` are guaranteed. */
        Contact: {
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * @description Email address.
             * @example jordan.sample@example.org
             */
            email?: string | null;
            /**
             * Format: object-id
             * @description Id of the contact at Clever.
             * @example 60a000000000000000000701
             */
            id: string;
            /**
             * @description Full name, in one piece. May be empty.
             * @example Jordan Sample
             */
            name: string;
            /**
             * @description Telephone number, free text.
             * @example (555) 555-0107
             */
            phone?: string | null;
            /**
             * @description What kind of telephone it is.
             * @example Cell
             * @enum {string|null}
             */
            phone_type?: "Cell" | "Home" | "Work" | "Other" | "" | null;
            /**
             * @description How the contact is related to the student.
             * @example Parent
             * @enum {string|null}
             */
            relationship?: "Parent" | "Grandparent" | "Self" | "Aunt/Uncle" | "Sibling" | "Other" | "" | null;
            /**
             * @description Id of the contact in the student information system of the school.
             * @example SIS-CONTACT-0701
             */
            sis_id?: string | null;
            /**
             * @description Ids of the students whom the contact belongs to.
             * @example [
             *       "60a000000000000000000301"
             *     ]
             */
            students: string[];
            /**
             * @description Part that the contact plays for the student.
             * @example Parent/Guardian
             * @enum {string}
             */
            type: "Parent/Guardian" | "Emergency" | "Primary" | "Secondary" | "Family" | "Other" | "";
        };
        /** @description Any part of the fields of a Contact: what an event may carry. */
        PartialContact: {
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /**
             * @description Email address.
             * @example jordan.sample@example.org
             */
            email?: string | null;
            /**
             * Format: object-id
             * @description Id of the contact at Clever.
             * @example 60a000000000000000000701
             */
            id?: string;
            /**
             * @description Full name, in one piece. May be empty.
             * @example Jordan Sample
             */
            name?: string;
            /**
             * @description Telephone number, free text.
             * @example (555) 555-0107
             */
            phone?: string | null;
            /**
             * @description What kind of telephone it is.
             * @example Cell
             * @enum {string|null}
             */
            phone_type?: "Cell" | "Home" | "Work" | "Other" | "" | null;
            /**
             * @description How the contact is related to the student.
             * @example Parent
             * @enum {string|null}
             */
            relationship?: "Parent" | "Grandparent" | "Self" | "Aunt/Uncle" | "Sibling" | "Other" | "" | null;
            /**
             * @description Id of the contact in the student information system of the school.
             * @example SIS-CONTACT-0701
             */
            sis_id?: string | null;
            /**
             * @description Ids of the students whom the contact belongs to.
             * @example [
             *       "60a000000000000000000301"
             *     ]
             */
            students?: string[];
            /**
             * @description Part that the contact plays for the student.
             * @example Parent/Guardian
             * @enum {string}
             */
            type?: "Parent/Guardian" | "Emergency" | "Primary" | "Secondary" | "Family" | "Other" | "";
        };
        /** @description A course, taught in any number of sections. The fields under `required` are guaranteed. */
        Course: {
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * Format: object-id
             * @description Id of the course at Clever.
             * @example 60a000000000000000000501
             */
            id: string;
            /**
             * @description Name of the course.
             * @example Sample Math 5
             */
            name?: string | null;
            /**
             * @description Number of the course in the school system.
             * @example C-0501
             */
            number?: string | null;
        };
        /** @description Any part of the fields of a Course: what an event may carry. */
        PartialCourse: {
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /**
             * Format: object-id
             * @description Id of the course at Clever.
             * @example 60a000000000000000000501
             */
            id?: string;
            /**
             * @description Name of the course.
             * @example Sample Math 5
             */
            name?: string | null;
            /**
             * @description Number of the course in the school system.
             * @example C-0501
             */
            number?: string | null;
        };
        /** @description A term of the school year. The fields under `required` are guaranteed. */
        Term: {
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * Format: date-or-date-time
             * @description Last day of the term: a day, or an instant.
             * @example 2026-06-12
             */
            end_date?: string | null;
            /**
             * Format: object-id
             * @description Id of the term at Clever.
             * @example 60a000000000000000000601
             */
            id: string;
            /**
             * @description Name of the term.
             * @example Sample year 2025-2026
             */
            name?: string | null;
            /**
             * Format: date-or-date-time
             * @description First day of the term: a day, or an instant.
             * @example 2025-08-18
             */
            start_date?: string | null;
        };
        /** @description Any part of the fields of a Term: what an event may carry. */
        PartialTerm: {
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /**
             * Format: date-or-date-time
             * @description Last day of the term: a day, or an instant.
             * @example 2026-06-12
             */
            end_date?: string | null;
            /**
             * Format: object-id
             * @description Id of the term at Clever.
             * @example 60a000000000000000000601
             */
            id?: string;
            /**
             * @description Name of the term.
             * @example Sample year 2025-2026
             */
            name?: string | null;
            /**
             * Format: date-or-date-time
             * @description First day of the term: a day, or an instant.
             * @example 2025-08-18
             */
            start_date?: string | null;
        };
        /** @description Name of a person, in parts. */
        Name: {
            /**
             * @description Given name.
             * @example Robin
             */
            first?: string | null;
            /**
             * @description Family name.
             * @example Sample
             */
            last?: string | null;
            /**
             * @description Middle name or initial.
             * @example Q
             */
            middle?: string | null;
        };
        /** @description Name of an administrator, in parts. */
        AdminName: {
            /**
             * @description Given name.
             * @example Morgan
             */
            first?: string | null;
            /**
             * @description Family name.
             * @example Specimen
             */
            last?: string | null;
        };
        /** @description An address. All parts are text. */
        Location: {
            /**
             * @description Street and number.
             * @example 1 Placeholder Street
             */
            address?: string | null;
            /**
             * @description City.
             * @example Sampleton
             */
            city?: string | null;
            /**
             * @description Latitude, as text.
             * @example 0.000000
             */
            lat?: string | null;
            /**
             * @description Longitude, as text.
             * @example 0.000000
             */
            lon?: string | null;
            /**
             * @description State, usually as two letters.
             * @example ZZ
             */
            state?: string | null;
            /**
             * @description ZIP code.
             * @example 00000
             */
            zip?: string | null;
        };
        /** @description Head of a school. */
        Principal: {
            /**
             * @description Email address.
             * @example principal@example.org
             */
            email?: string | null;
            /**
             * @description Full name, in one piece.
             * @example Sam Specimen
             */
            name?: string | null;
        };
        /** @description How a person signs in at the district. */
        Credentials: {
            /**
             * @description User name at the district.
             * @example robin.sample
             */
            district_username?: string | null;
        };
        /** @description One student in its envelope. */
        StudentResponse: {
            data: components["schemas"]["Student"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A student as an entry of a list. */
        StudentItem: {
            data: components["schemas"]["Student"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/students/60a000000000000000000301
             */
            uri?: string;
        };
        /** @description A page of students. */
        StudentsResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["StudentItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description One teacher in its envelope. */
        TeacherResponse: {
            data: components["schemas"]["Teacher"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A teacher as an entry of a list. */
        TeacherItem: {
            data: components["schemas"]["Teacher"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/teachers/60a000000000000000000201
             */
            uri?: string;
        };
        /** @description A page of teachers. */
        TeachersResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["TeacherItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description One section in its envelope. */
        SectionResponse: {
            data: components["schemas"]["Section"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A section as an entry of a list. */
        SectionItem: {
            data: components["schemas"]["Section"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/sections/60a000000000000000000401
             */
            uri?: string;
        };
        /** @description A page of sections. */
        SectionsResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["SectionItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description One school in its envelope. */
        SchoolResponse: {
            data: components["schemas"]["School"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A school as an entry of a list. */
        SchoolItem: {
            data: components["schemas"]["School"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/schools/60a000000000000000000101
             */
            uri?: string;
        };
        /** @description A page of schools. */
        SchoolsResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["SchoolItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description One district in its envelope. */
        DistrictResponse: {
            data: components["schemas"]["District"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A district as an entry of a list. */
        DistrictItem: {
            data: components["schemas"]["District"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/districts/60a000000000000000000001
             */
            uri?: string;
        };
        /** @description A page of districts. */
        DistrictsResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["DistrictItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description One school administrator in its envelope. */
        SchoolAdminResponse: {
            data: components["schemas"]["SchoolAdmin"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A school administrator as an entry of a list. */
        SchoolAdminItem: {
            data: components["schemas"]["SchoolAdmin"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/school_admins/60a000000000000000000801
             */
            uri?: string;
        };
        /** @description A page of school administrators. */
        SchoolAdminsResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["SchoolAdminItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description One district administrator in its envelope. */
        DistrictAdminResponse: {
            data: components["schemas"]["DistrictAdmin"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A district administrator as an entry of a list. */
        DistrictAdminItem: {
            data: components["schemas"]["DistrictAdmin"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/district_admins/60a000000000000000000901
             */
            uri?: string;
        };
        /** @description A page of district administrators. */
        DistrictAdminsResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["DistrictAdminItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description One contact in its envelope. */
        ContactResponse: {
            data: components["schemas"]["Contact"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A contact as an entry of a list. */
        ContactItem: {
            data: components["schemas"]["Contact"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/contacts/60a000000000000000000701
             */
            uri?: string;
        };
        /** @description A page of contacts. */
        ContactsResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["ContactItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description One course in its envelope. */
        CourseResponse: {
            data: components["schemas"]["Course"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A course as an entry of a list. */
        CourseItem: {
            data: components["schemas"]["Course"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/courses/60a000000000000000000501
             */
            uri?: string;
        };
        /** @description A page of courses. */
        CoursesResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["CourseItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description One term in its envelope. */
        TermResponse: {
            data: components["schemas"]["Term"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A term as an entry of a list. */
        TermItem: {
            data: components["schemas"]["Term"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/terms/60a000000000000000000601
             */
            uri?: string;
        };
        /** @description A page of terms. */
        TermsResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["TermItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description One event in its envelope. */
        EventResponse: {
            data: components["schemas"]["Event"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description An event as an entry of a list. */
        EventItem: {
            data: components["schemas"]["Event"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v2.1/events/60a000000000000000000f01
             */
            uri?: string;
        };
        /** @description A page of events. */
        EventsResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["EventItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description A contact appeared, changed or went. */
        ContactsEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it. The names of administrators have no underscore here, though their paths do.
             * @enum {string}
             */
            type: "contacts.created" | "contacts.updated" | "contacts.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            data: components["schemas"]["ContactsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialContact"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        ContactsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialContact"];
            /** @description For `updated`: the changed fields with the values they had before. */
            previous_attributes?: components["schemas"]["PartialContact"];
        };
        /** @description A course appeared, changed or went. */
        CoursesEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it. The names of administrators have no underscore here, though their paths do.
             * @enum {string}
             */
            type: "courses.created" | "courses.updated" | "courses.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            data: components["schemas"]["CoursesEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialCourse"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        CoursesEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialCourse"];
            /** @description For `updated`: the changed fields with the values they had before. */
            previous_attributes?: components["schemas"]["PartialCourse"];
        };
        /** @description A district administrator appeared, changed or went. */
        DistrictAdminsEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it. The names of administrators have no underscore here, though their paths do.
             * @enum {string}
             */
            type: "districtadmins.created" | "districtadmins.updated" | "districtadmins.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            data: components["schemas"]["DistrictAdminsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialDistrictAdmin"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        DistrictAdminsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialDistrictAdmin"];
            /** @description For `updated`: the changed fields with the values they had before. */
            previous_attributes?: components["schemas"]["PartialDistrictAdmin"];
        };
        /** @description A district appeared, changed or went. */
        DistrictsEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it. The names of administrators have no underscore here, though their paths do.
             * @enum {string}
             */
            type: "districts.created" | "districts.updated" | "districts.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            data: components["schemas"]["DistrictsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialDistrict"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        DistrictsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialDistrict"];
            /** @description For `updated`: the changed fields with the values they had before. */
            previous_attributes?: components["schemas"]["PartialDistrict"];
        };
        /** @description A school administrator appeared, changed or went. */
        SchoolAdminsEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it. The names of administrators have no underscore here, though their paths do.
             * @enum {string}
             */
            type: "schooladmins.created" | "schooladmins.updated" | "schooladmins.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            data: components["schemas"]["SchoolAdminsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialSchoolAdmin"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        SchoolAdminsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialSchoolAdmin"];
            /** @description For `updated`: the changed fields with the values they had before. */
            previous_attributes?: components["schemas"]["PartialSchoolAdmin"];
        };
        /** @description A school appeared, changed or went. */
        SchoolsEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it. The names of administrators have no underscore here, though their paths do.
             * @enum {string}
             */
            type: "schools.created" | "schools.updated" | "schools.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            data: components["schemas"]["SchoolsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialSchool"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        SchoolsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialSchool"];
            /** @description For `updated`: the changed fields with the values they had before. */
            previous_attributes?: components["schemas"]["PartialSchool"];
        };
        /** @description A section appeared, changed or went. */
        SectionsEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it. The names of administrators have no underscore here, though their paths do.
             * @enum {string}
             */
            type: "sections.created" | "sections.updated" | "sections.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            data: components["schemas"]["SectionsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialSection"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        SectionsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialSection"];
            /** @description For `updated`: the changed fields with the values they had before. */
            previous_attributes?: components["schemas"]["PartialSection"];
        };
        /** @description A student appeared, changed or went. */
        StudentsEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it. The names of administrators have no underscore here, though their paths do.
             * @enum {string}
             */
            type: "students.created" | "students.updated" | "students.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            data: components["schemas"]["StudentsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialStudent"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        StudentsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialStudent"];
            /** @description For `updated`: the changed fields with the values they had before. */
            previous_attributes?: components["schemas"]["PartialStudent"];
        };
        /** @description A teacher appeared, changed or went. */
        TeachersEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it. The names of administrators have no underscore here, though their paths do.
             * @enum {string}
             */
            type: "teachers.created" | "teachers.updated" | "teachers.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            data: components["schemas"]["TeachersEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialTeacher"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        TeachersEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialTeacher"];
            /** @description For `updated`: the changed fields with the values they had before. */
            previous_attributes?: components["schemas"]["PartialTeacher"];
        };
        /** @description A term appeared, changed or went. */
        TermsEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it. The names of administrators have no underscore here, though their paths do.
             * @enum {string}
             */
            type: "terms.created" | "terms.updated" | "terms.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            data: components["schemas"]["TermsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialTerm"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        TermsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialTerm"];
            /** @description For `updated`: the changed fields with the values they had before. */
            previous_attributes?: components["schemas"]["PartialTerm"];
        };
        /** @description One change. Events are kept for about 30 days and may be delivered again, so handle them in a way that may be repeated. */
        Event: components["schemas"]["ContactsEvent"] | components["schemas"]["CoursesEvent"] | components["schemas"]["DistrictAdminsEvent"] | components["schemas"]["DistrictsEvent"] | components["schemas"]["SchoolAdminsEvent"] | components["schemas"]["SchoolsEvent"] | components["schemas"]["SectionsEvent"] | components["schemas"]["StudentsEvent"] | components["schemas"]["TeachersEvent"] | components["schemas"]["TermsEvent"];
        /** @description The answer to `count=true`. */
        CountResponse: {
            /**
             * @description How many records there are.
             * @example 1204
             */
            count: number;
            /** @description Only `self`. */
            links: components["schemas"]["Link"][];
        };
        /** @description A page of contacts, or their number. */
        ContactsOrCount: components["schemas"]["ContactsResponse"] | components["schemas"]["CountResponse"];
        /** @description A page of courses, or their number. */
        CoursesOrCount: components["schemas"]["CoursesResponse"] | components["schemas"]["CountResponse"];
        /** @description A page of districts, or their number. */
        DistrictsOrCount: components["schemas"]["DistrictsResponse"] | components["schemas"]["CountResponse"];
        /** @description A page of district admins, or their number. */
        DistrictAdminsOrCount: components["schemas"]["DistrictAdminsResponse"] | components["schemas"]["CountResponse"];
        /** @description A page of school admins, or their number. */
        SchoolAdminsOrCount: components["schemas"]["SchoolAdminsResponse"] | components["schemas"]["CountResponse"];
        /** @description A page of schools, or their number. */
        SchoolsOrCount: components["schemas"]["SchoolsResponse"] | components["schemas"]["CountResponse"];
        /** @description A page of sections, or their number. */
        SectionsOrCount: components["schemas"]["SectionsResponse"] | components["schemas"]["CountResponse"];
        /** @description A page of students, or their number. */
        StudentsOrCount: components["schemas"]["StudentsResponse"] | components["schemas"]["CountResponse"];
        /** @description A page of teachers, or their number. */
        TeachersOrCount: components["schemas"]["TeachersResponse"] | components["schemas"]["CountResponse"];
        /** @description A page of terms, or their number. */
        TermsOrCount: components["schemas"]["TermsResponse"] | components["schemas"]["CountResponse"];
        /** @description One stay of a student at a school. */
        SchoolEnrollment: {
            /**
             * Format: date-or-date-time
             * @description Last day: a day, or an instant.
             * @example 2026-06-12
             */
            end_date?: string | null;
            /**
             * Format: object-id
             * @description Id of the school.
             * @example 60a000000000000000000101
             */
            school: string;
            /**
             * Format: date-or-date-time
             * @description First day: a day, or an instant.
             * @example 2025-08-18
             */
            start_date?: string | null;
        };
        /** @description Whom to ask at a district. */
        DistrictContact: {
            /**
             * Format: object-id
             * @description Id of the district.
             * @example 60a000000000000000000001
             */
            district?: string | null;
            /**
             * @description Email address.
             * @example alex.placeholder@example.org
             */
            email?: string | null;
            /**
             * Format: object-id
             * @description Id of the person.
             * @example 60a000000000000000000901
             */
            id?: string | null;
            /** @description Name of the person. */
            name?: components["schemas"]["Name"] | null;
            /**
             * @description Job title, free text.
             * @example Data coordinator
             */
            title?: string | null;
        };
        /** @description An error of the Data API. Read `message`, else `error`, else the text of the body. */
        DataError: components["schemas"]["ErrorText"] | components["schemas"]["ErrorMessage"];
        /** @description An error as the Data API really answers it. */
        ErrorText: {
            /**
             * @description What went wrong, for people. A plain string, not an object.
             * @example Resource not found
             */
            error: string;
            /**
             * @description A number for the kind of error; seen with 401 only.
             * @example 101
             */
            code?: number;
            /** @description Always an empty object where it was seen. */
            data?: Record<string, never>;
        };
        /** @description An error as the published description has it, under the names BadRequest, NotFound and InternalError. */
        ErrorMessage: {
            /**
             * @description What went wrong, for people.
             * @example Resource not found
             */
            message: string;
        };
        /** @description A way from one record to itself or to a relation. */
        RecordLink: {
            /**
             * @description `self`, or the relation: `district`, `school`, `course` and so on. Not a closed list.
             * @example self
             */
            rel: string;
            /**
             * @description A path relative to the host.
             * @example /v2.1/sections/60a000000000000000000401
             */
            uri: string;
        };
        /** @description Where to go on in a list. */
        Link: {
            /**
             * @description What the link leads to. Each stands at most once in a page.
             * @example next
             * @enum {string}
             */
            rel: "next" | "prev" | "self";
            /**
             * @description A path relative to the host. Follow it as it is; it already has the version in it.
             * @example /v2.1/sections?limit=30&starting_after=60a000000000000000000401
             */
            uri: string;
        };
    };
    responses: {
        /** @description The student. */
        OneStudent: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StudentResponse"];
            };
        };
        /** @description A page of students. A page may be empty, and a full page may be followed by an empty one. */
        StudentsPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StudentsResponse"];
            };
        };
        /** @description The teacher. */
        OneTeacher: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TeacherResponse"];
            };
        };
        /** @description A page of teachers. A page may be empty, and a full page may be followed by an empty one. */
        TeachersPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TeachersResponse"];
            };
        };
        /** @description The section. */
        OneSection: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SectionResponse"];
            };
        };
        /** @description A page of sections. A page may be empty, and a full page may be followed by an empty one. */
        SectionsPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SectionsResponse"];
            };
        };
        /** @description The school. */
        OneSchool: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SchoolResponse"];
            };
        };
        /** @description A page of schools. A page may be empty, and a full page may be followed by an empty one. */
        SchoolsPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SchoolsResponse"];
            };
        };
        /** @description The district. */
        OneDistrict: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DistrictResponse"];
            };
        };
        /** @description The school administrator. */
        OneSchoolAdmin: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SchoolAdminResponse"];
            };
        };
        /** @description The district administrator. */
        OneDistrictAdmin: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DistrictAdminResponse"];
            };
        };
        /** @description The contact. */
        OneContact: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ContactResponse"];
            };
        };
        /** @description A page of contacts. A page may be empty, and a full page may be followed by an empty one. */
        ContactsPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ContactsResponse"];
            };
        };
        /** @description The course. */
        OneCourse: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CourseResponse"];
            };
        };
        /** @description The term. */
        OneTerm: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TermResponse"];
            };
        };
        /** @description The event. */
        OneEvent: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EventResponse"];
            };
        };
        /** @description A page of events. A page may be empty, and a full page may be followed by an empty one. */
        EventsPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["EventsResponse"];
            };
        };
        /** @description A page of contacts, or their number, if the request has `count=true`. */
        ContactsPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ContactsOrCount"];
            };
        };
        /** @description A page of courses, or their number, if the request has `count=true`. */
        CoursesPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CoursesOrCount"];
            };
        };
        /** @description A page of districts, or their number, if the request has `count=true`. */
        DistrictsPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DistrictsOrCount"];
            };
        };
        /** @description A page of district admins, or their number, if the request has `count=true`. */
        DistrictAdminsPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DistrictAdminsOrCount"];
            };
        };
        /** @description A page of school admins, or their number, if the request has `count=true`. */
        SchoolAdminsPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SchoolAdminsOrCount"];
            };
        };
        /** @description A page of schools, or their number, if the request has `count=true`. */
        SchoolsPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SchoolsOrCount"];
            };
        };
        /** @description A page of sections, or their number, if the request has `count=true`. */
        SectionsPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["SectionsOrCount"];
            };
        };
        /** @description A page of students, or their number, if the request has `count=true`. */
        StudentsPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["StudentsOrCount"];
            };
        };
        /** @description A page of teachers, or their number, if the request has `count=true`. */
        TeachersPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TeachersOrCount"];
            };
        };
        /** @description A page of terms, or their number, if the request has `count=true`. */
        TermsPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TermsOrCount"];
            };
        };
        /** @description The API cannot read the request. Check the token and the parameters. */
        DataBadRequest: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DataError"];
            };
        };
        /** @description No token, or one that the API does not know. Sending the same token again will not help, nor will fetching the same one anew. */
        DataUnauthorized: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DataError"];
            };
        };
        /** @description Nothing here for this token: the record never existed, was deleted, is no longer shared or belongs to another district; or the token is of the wrong kind. A wrong kind of token and an unknown path may answer HTML. */
        DataNotFound: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DataError"];
                "text/html": string;
            };
        };
        /** @description The page would be too large. Ask for 10000 entries or fewer, then send again. */
        DataPayloadTooLarge: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DataError"];
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
        /** @description The API failed. Wait and send again. */
        DataInternalError: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DataError"];
            };
        };
        /** @description The API does not support this request. Try another one; the same will not work later either. */
        DataNotImplemented: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DataError"];
            };
        };
        /** @description The API could not be reached behind its gateway. Wait and send again. The body may be HTML. */
        DataBadGateway: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DataError"];
                "text/html": string;
            };
        };
        /** @description The API is out for the moment. Wait and send again. The body may be HTML. */
        DataServiceUnavailable: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DataError"];
                "text/html": string;
            };
        };
    };
    parameters: {
        /**
         * @description Id of the record: 24 hexadecimal digits.
         * @example 60a000000000000000000301
         */
        id: string;
        /**
         * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
         * @example 30
         */
        limit: number;
        /**
         * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
         * @example 60a000000000000000000301
         */
        starting_after: string;
        /**
         * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
         * @example 60a000000000000000000301
         */
        ending_before: string;
        /**
         * @description Only events of records that belong to this school.
         * @example 60a000000000000000000101
         */
        school: string;
        /**
         * @description Only events of these kinds of records; repeat the parameter for more than one. No list of values is published; the first half of an event type is what works.
         * @example [
         *       "students",
         *       "sections"
         *     ]
         */
        record_type: string[];
        /**
         * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
         * @example true
         */
        count: "" | "true" | "false" | "undefined";
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
        /**
         * @description The scheme to authenticate with.
         * @example Bearer
         */
        "WWW-Authenticate": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getContacts: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
                /**
                 * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
                 * @example true
                 */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ContactsPageOrCount"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneContact"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictForContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrict"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getStudentsForContact: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StudentsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getCourses: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
                /**
                 * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
                 * @example true
                 */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CoursesPageOrCount"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneCourse"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictForCourse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrict"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSectionsForCourse: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SectionsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictAdmins: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
                /**
                 * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
                 * @example true
                 */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DistrictAdminsPageOrCount"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrictAdmin"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictForDistrictAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrict"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistricts: {
        parameters: {
            query?: {
                /**
                 * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
                 * @example true
                 */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["DistrictsPageOrCount"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrict"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSchoolAdmins: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
                /**
                 * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
                 * @example true
                 */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SchoolAdminsPageOrCount"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSchoolAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneSchoolAdmin"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictForSchoolAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrict"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSchoolsForSchoolAdmin: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SchoolsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSchools: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
                /**
                 * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
                 * @example true
                 */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SchoolsPageOrCount"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSchool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneSchool"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictForSchool: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrict"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSectionsForSchool: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SectionsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getStudentsForSchool: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StudentsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getTeachersForSchool: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TeachersPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSections: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
                /**
                 * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
                 * @example true
                 */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SectionsPageOrCount"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneSection"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getCourseForSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneCourse"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictForSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrict"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSchoolForSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneSchool"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getStudentsForSection: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StudentsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getTeacherForSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneTeacher"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getTeachersForSection: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TeachersPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getTermForSection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneTerm"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getStudents: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
                /**
                 * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
                 * @example true
                 */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StudentsPageOrCount"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getStudent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneStudent"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getContactsForStudent: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ContactsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictForStudent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrict"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSchoolForStudent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneSchool"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSchoolsForStudent: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SchoolsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSectionsForStudent: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SectionsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getTeachersForStudent: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TeachersPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getTeachers: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
                /**
                 * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
                 * @example true
                 */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TeachersPageOrCount"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getTeacher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneTeacher"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictForTeacher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrict"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSchoolForTeacher: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneSchool"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSchoolsForTeacher: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SchoolsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSectionsForTeacher: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SectionsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getStudentsForTeacher: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["StudentsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getTerms: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
                /**
                 * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
                 * @example true
                 */
                count?: components["parameters"]["count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["TermsPageOrCount"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneTerm"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getDistrictForTerm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneDistrict"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getSectionsForTerm: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SectionsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getEvents: {
        parameters: {
            query?: {
                /**
                 * @description How many entries a page holds at most. More than 10000 answers 413. What 0, negative and non-numeric values do is not documented. The token of a single user may not page at all.
                 * @example 30
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description Begin with the first entry after this id; the entry itself is not included. Taken from a `next` link, or the id where a sync stopped.
                 * @example 60a000000000000000000301
                 */
                starting_after?: components["parameters"]["starting_after"];
                /**
                 * @description End with the last entry before this id; the entry itself is not included, and the order stays ascending. The word `last` gives the last page.
                 * @example 60a000000000000000000301
                 */
                ending_before?: components["parameters"]["ending_before"];
                /**
                 * @description Only events of records that belong to this school.
                 * @example 60a000000000000000000101
                 */
                school?: components["parameters"]["school"];
                /**
                 * @description Only events of these kinds of records; repeat the parameter for more than one. No list of values is published; the first half of an event type is what works.
                 * @example [
                 *       "students",
                 *       "sections"
                 *     ]
                 */
                record_type?: components["parameters"]["record_type"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["EventsPage"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            413: components["responses"]["DataPayloadTooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the record: 24 hexadecimal digits.
                 * @example 60a000000000000000000301
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneEvent"];
            400: components["responses"]["DataBadRequest"];
            401: components["responses"]["DataUnauthorized"];
            404: components["responses"]["DataNotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["DataInternalError"];
            501: components["responses"]["DataNotImplemented"];
            502: components["responses"]["DataBadGateway"];
            503: components["responses"]["DataServiceUnavailable"];
        };
    };
}
