// Written by npm run generate out of openapi/. Do not edit.
export interface paths {
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
    "/courses/{id}/resources": {
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
         * List a course's resources
         * @description The resources of one course, paged like every list.
         */
        get: operations["getResourcesForCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/courses/{id}/schools": {
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
         * List a course's schools
         * @description The schools of one course, paged like every list.
         */
        get: operations["getSchoolsForCourse"];
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
         * @description One district by its id. A district that was deleted or is no longer shared answers 404.
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
    "/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List resources
         * @description Every resource of your application that the district uses. Without the scope for resources the answer may have no `data` at all. The token of a single user gets 404, with HTML.
         */
        get: operations["getResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}": {
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
         * Get a resource
         * @description One resource by its id. A resource that was deleted or is no longer assigned answers 404.
         */
        get: operations["getResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/courses": {
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
         * List a resource's courses
         * @description The courses of one resource, paged like every list.
         */
        get: operations["getCoursesForResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/sections": {
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
         * List a resource's sections
         * @description The sections of one resource, paged like every list.
         */
        get: operations["getSectionsForResource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/resources/{id}/users": {
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
         * List a resource's users
         * @description The users of one resource, paged like every list. These are the students and teachers to whom it is assigned.
         */
        get: operations["getUsersForResource"];
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
    "/schools/{id}/courses": {
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
         * List a school's courses
         * @description The courses of one school, paged like every list.
         */
        get: operations["getCoursesForSchool"];
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
    "/schools/{id}/terms": {
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
         * List a school's terms
         * @description The terms of one school, paged like every list.
         */
        get: operations["getTermsForSchool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schools/{id}/users": {
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
         * List a school's users
         * @description The users of one school, paged like every list. Everybody who has to do with the school is in it; `primary=true` leaves those whose first school it is.
         */
        get: operations["getUsersForSchool"];
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
         * @description Every section that is shared with your application, oldest first. A section names its students and teachers by id, so two lists (users, sections) give the whole roster.
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
    "/sections/{id}/resources": {
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
         * List a section's resources
         * @description The resources of one section, paged like every list.
         */
        get: operations["getResourcesForSection"];
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
    "/sections/{id}/users": {
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
         * List a section's users
         * @description The users of one section, paged like every list. These are its students and teachers.
         */
        get: operations["getUsersForSection"];
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
         * @description One term by its id. A term is made of the data of sections, and goes with its last section.
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
    "/terms/{id}/schools": {
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
         * List a term's schools
         * @description The schools of one term, paged like every list.
         */
        get: operations["getSchoolsForTerm"];
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
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Every person that is shared with your application, in ascending order of the ids. As students keep the ids of earlier versions, they usually come first. `role` narrows the list to one role.
         */
        get: operations["getUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}": {
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
         * Get a user
         * @description One person by id, with all roles of the person. A user who was deleted or is no longer shared answers 404.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/district": {
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
         * Get a user's district
         * @description The district of one user, with the same body as `/districts/{id}`.
         */
        get: operations["getDistrictForUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/mycontacts": {
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
         * List a user's contacts
         * @description The contacts of one student, paged like every list. The links of a user spell the path `myContacts`, and servers take both.
         */
        get: operations["getContactsForUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/mystudents": {
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
         * List a user's students
         * @description The students of one teacher, or those whom one contact belongs to, paged like every list. The links of a user spell the path `myStudents`, and servers take both.
         */
        get: operations["getStudentsForUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/myteachers": {
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
         * List a user's teachers
         * @description The teachers of one student, over all sections, paged like every list. The links of a user spell the path `myTeachers`, and servers take both.
         */
        get: operations["getTeachersForUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/resources": {
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
         * List a user's resources
         * @description The resources of one user, paged like every list.
         */
        get: operations["getResourcesForUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/schools": {
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
         * List a user's schools
         * @description The schools of one user, paged like every list. `primary=true` leaves the primary school.
         */
        get: operations["getSchoolsForUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{id}/sections": {
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
         * List a user's sections
         * @description The sections of one user, paged like every list.
         */
        get: operations["getSectionsForUser"];
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
         * @description What changed in the last 30 days or so, oldest first. Keep the id of the last event you handled and go on from it with `starting_after`; ask `ending_before=last&limit=1` for the newest one. Needs Secure Sync.
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
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get who the token belongs to
         * @description The person whose token it is. Answers vary: the id may be that of earlier versions, there may be no links, and the self link has no version. Follow `canonical` where it is there.
         */
        get: operations["me"];
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
        /** @description A person. `roles` says what the person is. The fields under `required` are guaranteed. */
        User: {
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds. It may be later than `last_modified`.
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
             * @description Email address, exactly as the school system has it.
             * @example robin.sample@example.org
             */
            email?: string | null;
            /**
             * Format: object-id
             * @description Id of the person at Clever. Students keep the id of earlier versions, everybody else has a new one.
             * @example 60a000000000000000000301
             */
            id: string;
            /**
             * Format: date-time
             * @description When anything of the record last changed, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified: string;
            /** @description Name of the person. */
            name: components["schemas"]["Name"];
            /** @description What the person is: one key for each role. */
            roles: components["schemas"]["Roles"];
        };
        /** @description Any part of the fields of a User: what an event may carry. */
        PartialUser: {
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds. It may be later than `last_modified`.
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
             * @description Email address, exactly as the school system has it.
             * @example robin.sample@example.org
             */
            email?: string | null;
            /**
             * Format: object-id
             * @description Id of the person at Clever. Students keep the id of earlier versions, everybody else has a new one.
             * @example 60a000000000000000000301
             */
            id?: string;
            /**
             * Format: date-time
             * @description When anything of the record last changed, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified?: string;
            /** @description Name of the person. */
            name?: components["schemas"]["PartialName"];
            /** @description What the person is: one key for each role. */
            roles?: components["schemas"]["PartialRoles"];
        };
        /** @description The roles of a person. A role that the person does not have is absent, neither `null` nor empty. */
        Roles: {
            /** @description As a contact of students. */
            contact?: components["schemas"]["Contact"];
            /** @description As an administrator of the district. */
            district_admin?: components["schemas"]["DistrictAdmin"];
            /** @description As a member of the staff in another position, such as head of school or counselor. */
            staff?: components["schemas"]["Staff"];
            /** @description As a student. */
            student?: components["schemas"]["Student"];
            /** @description As a teacher. */
            teacher?: components["schemas"]["Teacher"];
        };
        /** @description Any part of the roles of a person: what an event may carry. */
        PartialRoles: {
            /** @description As a contact of students. */
            contact?: components["schemas"]["PartialContact"] | null;
            /** @description As an administrator of the district. */
            district_admin?: components["schemas"]["PartialDistrictAdmin"] | null;
            /** @description As a member of the staff in another position, such as head of school or counselor. */
            staff?: components["schemas"]["PartialStaff"] | null;
            /** @description As a student. */
            student?: components["schemas"]["PartialStudent"] | null;
            /** @description As a teacher. */
            teacher?: components["schemas"]["PartialTeacher"] | null;
        };
        /** @description Name of a person, in parts. A contact has the whole name in `last`. The fields under `required` are guaranteed. */
        Name: {
            /**
             * @description Given name.
             * @example Robin
             */
            first?: string | null;
            /**
             * @description Family name; of a contact, the whole name.
             * @example Sample
             */
            last: string;
            /**
             * @description Middle name or initial.
             * @example Q
             */
            middle?: string | null;
        };
        /** @description Any part of the fields of a Name: what an event may carry. */
        PartialName: {
            /**
             * @description Given name.
             * @example Robin
             */
            first?: string | null;
            /**
             * @description Family name; of a contact, the whole name.
             * @example Sample
             */
            last?: string | null;
            /**
             * @description Middle name or initial.
             * @example Q
             */
            middle?: string | null;
        };
        /** @description What is known of a person as a student. The fields under `required` are guaranteed. */
        Student: {
            /**
             * Format: date-time
             * @description Named by the published description; servers have it in the user only.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string | null;
            /** @description How the student signs in at the district. The object is always there, the user name in it may be empty. */
            credentials: components["schemas"]["Credentials"];
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
             * @description The email address of the user once more. No description names it here; servers send it in lists, not in events.
             * @example robin.sample@example.org
             */
            email?: string | null;
            /** @description When the student was at which school. Very often an empty list. */
            enrollments: components["schemas"]["SchoolEnrollment"][];
            /** @description Fields of the district's own for students. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * @description Gender in the school system.
             * @example F
             * @enum {string|null}
             */
            gender?: "M" | "F" | "X" | "" | null;
            /**
             * @description Grade level.
             * @example 5
             */
            grade?: components["schemas"]["Grade"];
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
             * Format: date-time
             * @description Named by the published description; servers have it in the user only.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified?: string | null;
            /**
             * Format: object-id
             * @description Named by the published description, yet students keep their ids, and servers do not send it.
             * @example 60a000000000000000000301
             */
            legacy_id?: string | null;
            /** @description Home address. */
            location?: components["schemas"]["Location"] | null;
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
        };
        /** @description Any part of the fields of a Student: what an event may carry. */
        PartialStudent: {
            /**
             * Format: date-time
             * @description Named by the published description; servers have it in the user only.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string | null;
            /** @description How the student signs in at the district. The object is always there, the user name in it may be empty. */
            credentials?: components["schemas"]["PartialCredentials"];
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
             * @description The email address of the user once more. No description names it here; servers send it in lists, not in events.
             * @example robin.sample@example.org
             */
            email?: string | null;
            /** @description When the student was at which school. Very often an empty list. */
            enrollments?: components["schemas"]["SchoolEnrollment"][];
            /** @description Fields of the district's own for students. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * @description Gender in the school system.
             * @example F
             * @enum {string|null}
             */
            gender?: "M" | "F" | "X" | "" | null;
            /**
             * @description Grade level.
             * @example 5
             */
            grade?: components["schemas"]["Grade"];
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
             * Format: date-time
             * @description Named by the published description; servers have it in the user only.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified?: string | null;
            /**
             * Format: object-id
             * @description Named by the published description, yet students keep their ids, and servers do not send it.
             * @example 60a000000000000000000301
             */
            legacy_id?: string | null;
            /** @description Home address. */
            location?: components["schemas"]["Location"] | null;
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
        };
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
        /** @description What is known of a person as a teacher. The fields under `required` are guaranteed. */
        Teacher: {
            /**
             * Format: date-time
             * @description Named by the published description; servers have it in the user only.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string | null;
            /** @description How the teacher signs in at the district. */
            credentials?: components["schemas"]["PartialCredentials"] | null;
            /**
             * Format: object-id
             * @description Named by the published description; servers have it in the user only.
             * @example 60a000000000000000000001
             */
            district?: string | null;
            /** @description Fields of the district's own for teachers. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * Format: date-time
             * @description Named by the published description; servers have it in the user only.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified?: string | null;
            /**
             * Format: object-id
             * @description Id of the teacher in earlier versions.
             * @example 58a000000000000000000201
             */
            legacy_id: string;
            /** @description Named by the published description; servers have it in the user only. */
            name?: components["schemas"]["PartialName"] | null;
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
        };
        /** @description Any part of the fields of a Teacher: what an event may carry. */
        PartialTeacher: {
            /**
             * Format: date-time
             * @description Named by the published description; servers have it in the user only.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string | null;
            /** @description How the teacher signs in at the district. */
            credentials?: components["schemas"]["PartialCredentials"] | null;
            /**
             * Format: object-id
             * @description Named by the published description; servers have it in the user only.
             * @example 60a000000000000000000001
             */
            district?: string | null;
            /** @description Fields of the district's own for teachers. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * Format: date-time
             * @description Named by the published description; servers have it in the user only.
             * @example 2026-01-05T11:30:00.000Z
             */
            last_modified?: string | null;
            /**
             * Format: object-id
             * @description Id of the teacher in earlier versions.
             * @example 58a000000000000000000201
             */
            legacy_id?: string;
            /** @description Named by the published description; servers have it in the user only. */
            name?: components["schemas"]["PartialName"] | null;
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
        };
        /** @description What is known of a person as a member of the staff. Earlier versions call them school administrators. The fields under `required` are guaranteed. */
        Staff: {
            /** @description How the member of the staff signs in at the district. */
            credentials?: components["schemas"]["PartialCredentials"] | null;
            /**
             * @description Department, free text.
             * @example Mathematics
             */
            department?: string | null;
            /** @description Fields of the district's own for staff. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * Format: object-id
             * @description Id of the school administrator in earlier versions.
             * @example 58a000000000000000000801
             */
            legacy_id: string;
            /**
             * @description What the person may do in Clever. No list of values is published.
             * @example [
             *       "Counselor"
             *     ]
             */
            roles?: string[] | null;
            /**
             * @description Ids of the schools where the person works.
             * @example [
             *       "60a000000000000000000101"
             *     ]
             */
            schools: string[];
            /**
             * @description Number of the person in the school system.
             * @example STAFF-0801
             */
            staff_id: string;
            /**
             * @description Job title, free text.
             * @example Head of school
             */
            title?: string | null;
        };
        /** @description Any part of the fields of a Staff: what an event may carry. */
        PartialStaff: {
            /** @description How the member of the staff signs in at the district. */
            credentials?: components["schemas"]["PartialCredentials"] | null;
            /**
             * @description Department, free text.
             * @example Mathematics
             */
            department?: string | null;
            /** @description Fields of the district's own for staff. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * Format: object-id
             * @description Id of the school administrator in earlier versions.
             * @example 58a000000000000000000801
             */
            legacy_id?: string;
            /**
             * @description What the person may do in Clever. No list of values is published.
             * @example [
             *       "Counselor"
             *     ]
             */
            roles?: string[] | null;
            /**
             * @description Ids of the schools where the person works.
             * @example [
             *       "60a000000000000000000101"
             *     ]
             */
            schools?: string[];
            /**
             * @description Number of the person in the school system.
             * @example STAFF-0801
             */
            staff_id?: string;
            /**
             * @description Job title, free text.
             * @example Head of school
             */
            title?: string | null;
        };
        /** @description What is known of a person as an administrator of the district. There are no schools: it is for all of them. The fields under `required` are guaranteed. */
        DistrictAdmin: {
            /**
             * Format: object-id
             * @description Id of the district administrator in earlier versions.
             * @example 58a000000000000000000901
             */
            legacy_id: string;
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
             * @description Id of the district administrator in earlier versions.
             * @example 58a000000000000000000901
             */
            legacy_id?: string;
            /**
             * @description Job title, free text.
             * @example Data coordinator
             */
            title?: string | null;
        };
        /** @description What is known of a person as a contact, such as a parent. The fields under `required` are guaranteed. */
        Contact: {
            /**
             * Format: object-id
             * @description Id of the contact in earlier versions. It changes if the contact has no `sis_id`.
             * @example 58a000000000000000000701
             */
            legacy_id: string;
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
             * @description Id of the contact in the student information system of the school.
             * @example SIS-CONTACT-0701
             */
            sis_id?: string | null;
            /** @description One entry for each time that the school system names the contact; there may be several for one student. */
            student_relationships: components["schemas"]["StudentRelationship"][];
        };
        /** @description Any part of the fields of a Contact: what an event may carry. */
        PartialContact: {
            /**
             * Format: object-id
             * @description Id of the contact in earlier versions. It changes if the contact has no `sis_id`.
             * @example 58a000000000000000000701
             */
            legacy_id?: string;
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
             * @description Id of the contact in the student information system of the school.
             * @example SIS-CONTACT-0701
             */
            sis_id?: string | null;
            /** @description One entry for each time that the school system names the contact; there may be several for one student. */
            student_relationships?: components["schemas"]["StudentRelationship"][];
        };
        /** @description What a contact is to one student. */
        StudentRelationship: {
            /**
             * @description How the contact is related to the student.
             * @example Parent
             * @enum {string|null}
             */
            relationship?: "Parent" | "Grandparent" | "Self" | "Aunt/Uncle" | "Sibling" | "Other" | "" | null;
            /**
             * Format: object-id
             * @description Id of the student.
             * @example 60a000000000000000000301
             */
            student: string;
            /**
             * @description Part that the contact plays for the student.
             * @example Parent/Guardian
             * @enum {string|null}
             */
            type?: "Parent/Guardian" | "Emergency" | "Primary" | "Secondary" | "Family" | "Other" | "" | null;
        };
        /** @description How a person signs in at the district. The fields under `required` are guaranteed. */
        Credentials: {
            /**
             * @description User name at the district. May be empty.
             * @example robin.sample
             */
            district_username: string;
        };
        /** @description Any part of the credentials of a person: what an event may carry. */
        PartialCredentials: {
            /**
             * @description User name at the district. May be empty.
             * @example robin.sample
             */
            district_username?: string;
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
             * @description When Clever first saw the record, in UTC, usually with milliseconds. It may be later than `last_modified`.
             * @example 2025-08-18T14:05:09.120Z
             */
            created: string;
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /** @description Fields of the district's own for sections. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * @description Grade level that the section is for.
             * @example 5
             */
            grade?: components["schemas"]["Grade"];
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
             * @description Number of the section in the school system. Very often an empty string.
             * @example S-0401
             */
            section_number?: string | null;
            /**
             * @description Id of the section in the student information system of the school.
             * @example SIS-SECTION-0401
             */
            sis_id: string;
            /**
             * @description Ids of the students who are enrolled. They may belong to other schools.
             * @example [
             *       "60a000000000000000000301"
             *     ]
             */
            students: string[];
            /**
             * @description Subject, normalised by Clever. The sources disagree whether it is guaranteed.
             * @example math
             * @enum {string|null}
             */
            subject?: "english/language arts" | "math" | "science" | "social studies" | "language" | "homeroom/advisory" | "interventions/online learning" | "technology and engineering" | "PE and health" | "arts and music" | "other" | "" | null;
            /**
             * Format: object-id
             * @description Id of the primary teacher. It is also one of `teachers`. The sources disagree whether it is guaranteed.
             * @example 60a000000000000000000201
             */
            teacher?: string | null;
            /**
             * @description Ids of all teachers of the section, the primary one included.
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
             * @description When Clever first saw the record, in UTC, usually with milliseconds. It may be later than `last_modified`.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string;
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /** @description Fields of the district's own for sections. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * @description Grade level that the section is for.
             * @example 5
             */
            grade?: components["schemas"]["Grade"];
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
             * @description Number of the section in the school system. Very often an empty string.
             * @example S-0401
             */
            section_number?: string | null;
            /**
             * @description Id of the section in the student information system of the school.
             * @example SIS-SECTION-0401
             */
            sis_id?: string;
            /**
             * @description Ids of the students who are enrolled. They may belong to other schools.
             * @example [
             *       "60a000000000000000000301"
             *     ]
             */
            students?: string[];
            /**
             * @description Subject, normalised by Clever. The sources disagree whether it is guaranteed.
             * @example math
             * @enum {string|null}
             */
            subject?: "english/language arts" | "math" | "science" | "social studies" | "language" | "homeroom/advisory" | "interventions/online learning" | "technology and engineering" | "PE and health" | "arts and music" | "other" | "" | null;
            /**
             * Format: object-id
             * @description Id of the primary teacher. It is also one of `teachers`. The sources disagree whether it is guaranteed.
             * @example 60a000000000000000000201
             */
            teacher?: string | null;
            /**
             * @description Ids of all teachers of the section, the primary one included.
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
        };
        /** @description A school. The fields under `required` are guaranteed. */
        School: {
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds. It may be later than `last_modified`.
             * @example 2025-08-18T14:05:09.120Z
             */
            created: string;
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /** @description Fields of the district's own for schools. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * @description Highest grade that the school teaches.
             * @example 5
             */
            high_grade?: components["schemas"]["Grade"];
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
             * @description Lowest grade that the school teaches.
             * @example TransitionalKindergarten
             */
            low_grade?: components["schemas"]["Grade"];
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
        };
        /** @description Any part of the fields of a School: what an event may carry. */
        PartialSchool: {
            /**
             * Format: date-time
             * @description When Clever first saw the record, in UTC, usually with milliseconds. It may be later than `last_modified`.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string;
            /**
             * Format: object-id
             * @description Id of the district that the record belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /** @description Fields of the district's own for schools. Keys and texts are free. */
            ext?: Record<string, never> | null;
            /**
             * @description Highest grade that the school teaches.
             * @example 5
             */
            high_grade?: components["schemas"]["Grade"];
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
             * @description Lowest grade that the school teaches.
             * @example TransitionalKindergarten
             */
            low_grade?: components["schemas"]["Grade"];
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
        /** @description A district. The fields under `required` are guaranteed. */
        District: {
            /** @description Whom to ask at the district. The object is always there, each of its parts may be missing. */
            district_contact: components["schemas"]["DistrictContact"];
            /**
             * @description Why the last sync failed. An empty string where all is well. The sources disagree whether it is guaranteed.
             * @example
             */
            error?: string | null;
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
             * @description When the district goes live with your application.
             * @example 2025-08-01
             */
            launch_date: string;
            /**
             * @description How people sign in at the district, in words. No closed list is published.
             * @example [
             *       "Clever Passwords"
             *     ]
             */
            login_methods: string[];
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
             * @description Where people of the district sign in.
             * @example https://schools.example.org/sample
             */
            portal_url: string;
            /**
             * @description Kind of student information system that the district uses. Normalised by Clever; `sftp` for files, no list is published.
             * @example sample-sis
             */
            sis_type: string;
            /**
             * @description Where the district stands with syncing.
             * @example running
             * @enum {string|null}
             */
            state?: "running" | "pending" | "error" | "paused" | "" | "success" | null;
        };
        /** @description Any part of the fields of a District: what an event may carry. */
        PartialDistrict: {
            /** @description Whom to ask at the district. The object is always there, each of its parts may be missing. */
            district_contact?: components["schemas"]["DistrictContact"];
            /**
             * @description Why the last sync failed. An empty string where all is well. The sources disagree whether it is guaranteed.
             * @example
             */
            error?: string | null;
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
             * @description When the district goes live with your application.
             * @example 2025-08-01
             */
            launch_date?: string;
            /**
             * @description How people sign in at the district, in words. No closed list is published.
             * @example [
             *       "Clever Passwords"
             *     ]
             */
            login_methods?: string[];
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
             * @description Where people of the district sign in.
             * @example https://schools.example.org/sample
             */
            portal_url?: string;
            /**
             * @description Kind of student information system that the district uses. Normalised by Clever; `sftp` for files, no list is published.
             * @example sample-sis
             */
            sis_type?: string;
            /**
             * @description Where the district stands with syncing.
             * @example running
             * @enum {string|null}
             */
            state?: "running" | "pending" | "error" | "paused" | "" | "success" | null;
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
            name?: components["schemas"]["PartialName"] | null;
            /**
             * @description Job title, free text.
             * @example Data coordinator
             */
            title?: string | null;
        };
        /** @description A piece of content that the district assigns. It has `updated` where other records have `last_modified`. The fields under `required` are guaranteed. */
        Resource: {
            /**
             * Format: date-time
             * @description When the resource was made, in UTC.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string | null;
            /**
             * Format: object-id
             * @description Id of the district that the resource belongs to.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * @description Id of the resource at Clever.
             * @example 60a000000000000000000a01
             */
            id: string;
            /**
             * @description Id of the resource in your application.
             * @example R-0A01
             */
            resource_id: string;
            /**
             * @description Who may use it.
             * @example [
             *       "student",
             *       "teacher"
             *     ]
             */
            roles: ("teacher" | "student")[];
            /**
             * @description Title of the resource.
             * @example Sample workbook
             */
            title: string;
            /**
             * Format: date-time
             * @description When the resource last changed, in UTC.
             * @example 2026-01-05T11:30:00.000Z
             */
            updated?: string | null;
        };
        /** @description Any part of the fields of a Resource: what an event may carry. */
        PartialResource: {
            /**
             * Format: date-time
             * @description When the resource was made, in UTC.
             * @example 2025-08-18T14:05:09.120Z
             */
            created?: string | null;
            /**
             * Format: object-id
             * @description Id of the district that the resource belongs to.
             * @example 60a000000000000000000001
             */
            district?: string;
            /**
             * @description Id of the resource at Clever.
             * @example 60a000000000000000000a01
             */
            id?: string;
            /**
             * @description Id of the resource in your application.
             * @example R-0A01
             */
            resource_id?: string;
            /**
             * @description Who may use it.
             * @example [
             *       "student",
             *       "teacher"
             *     ]
             */
            roles?: ("teacher" | "student")[];
            /**
             * @description Title of the resource.
             * @example Sample workbook
             */
            title?: string;
            /**
             * Format: date-time
             * @description When the resource last changed, in UTC.
             * @example 2026-01-05T11:30:00.000Z
             */
            updated?: string | null;
        };
        /** @description Who a token belongs to. */
        Me: {
            /**
             * @description Who let the application in: `district`, or `teacher` where a teacher did.
             * @example district
             */
            authorized_by?: string | null;
            /**
             * Format: object-id
             * @description Id of the district.
             * @example 60a000000000000000000001
             */
            district: string;
            /**
             * Format: object-id
             * @description Id of the user. It was seen in both forms: that of this version and that of earlier ones.
             * @example 60a000000000000000000201
             */
            id: string;
            /**
             * @description Role of the user. No list of values is published.
             * @example teacher
             */
            type: string;
        };
        /**
         * @description A grade level.
         * @enum {string|null}
         */
        Grade: "InfantToddler" | "Preschool" | "PreKindergarten" | "TransitionalKindergarten" | "Kindergarten" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10" | "11" | "12" | "13" | "PostGraduate" | "Ungraded" | "Other" | "" | null;
        /** @description One course in its envelope. */
        CourseResponse: {
            /** @description The record. */
            data: components["schemas"]["Course"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A course as an entry of a list. */
        CourseItem: {
            /** @description The record. */
            data: components["schemas"]["Course"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v3.0/courses/60a000000000000000000501
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
        /** @description A page of courses, or their number. */
        CoursesOrCount: components["schemas"]["CoursesResponse"] | components["schemas"]["CountResponse"];
        /** @description One district in its envelope. */
        DistrictResponse: {
            /** @description The record. */
            data: components["schemas"]["District"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A district as an entry of a list. */
        DistrictItem: {
            /** @description The record. */
            data: components["schemas"]["District"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v3.0/districts/60a000000000000000000001
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
        /** @description A page of districts, or their number. */
        DistrictsOrCount: components["schemas"]["DistrictsResponse"] | components["schemas"]["CountResponse"];
        /** @description One resource in its envelope. */
        ResourceResponse: {
            /** @description The record. */
            data: components["schemas"]["Resource"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A resource as an entry of a list. */
        ResourceItem: {
            /** @description The record. */
            data: components["schemas"]["Resource"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v3.0/resources/60a000000000000000000a01
             */
            uri?: string;
        };
        /** @description A page of resources. */
        ResourcesList: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["ResourceItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description A page of resources; or the answer that every recorded token got, which has none. */
        ResourcesResponse: components["schemas"]["ResourcesList"] | components["schemas"]["NoResources"];
        /** @description The answer to a token without the scope for resources. Read it as an empty list. */
        NoResources: {
            /** @description Empty wherever it was seen. */
            resources: Record<string, never>[];
        };
        /** @description One school in its envelope. */
        SchoolResponse: {
            /** @description The record. */
            data: components["schemas"]["School"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A school as an entry of a list. */
        SchoolItem: {
            /** @description The record. */
            data: components["schemas"]["School"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v3.0/schools/60a000000000000000000101
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
        /** @description A page of schools, or their number. */
        SchoolsOrCount: components["schemas"]["SchoolsResponse"] | components["schemas"]["CountResponse"];
        /** @description One section in its envelope. */
        SectionResponse: {
            /** @description The record. */
            data: components["schemas"]["Section"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A section as an entry of a list. */
        SectionItem: {
            /** @description The record. */
            data: components["schemas"]["Section"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v3.0/sections/60a000000000000000000401
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
        /** @description A page of sections, or their number. */
        SectionsOrCount: components["schemas"]["SectionsResponse"] | components["schemas"]["CountResponse"];
        /** @description One term in its envelope. */
        TermResponse: {
            /** @description The record. */
            data: components["schemas"]["Term"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A term as an entry of a list. */
        TermItem: {
            /** @description The record. */
            data: components["schemas"]["Term"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v3.0/terms/60a000000000000000000601
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
        /** @description A page of terms, or their number. */
        TermsOrCount: components["schemas"]["TermsResponse"] | components["schemas"]["CountResponse"];
        /** @description One user in its envelope. */
        UserResponse: {
            /** @description The record. */
            data: components["schemas"]["User"];
            /** @description Ways to the record itself and to its relations. The rels and paths of people are in camel case: `myContacts`, `myStudents`, `myTeachers`. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description A user as an entry of a list. */
        UserItem: {
            /** @description The record. */
            data: components["schemas"]["User"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v3.0/users/60a000000000000000000301
             */
            uri?: string;
        };
        /** @description A page of users. */
        UsersResponse: {
            /** @description Entries in ascending order of their ids. May be empty. */
            data: components["schemas"]["UserItem"][];
            /** @description Where to go on. The order differs from page to page: look for `rel`, never for a position. */
            links: components["schemas"]["Link"][];
        };
        /** @description A page of users, or their number. */
        UsersOrCount: components["schemas"]["UsersResponse"] | components["schemas"]["CountResponse"];
        /** @description One event in its envelope. */
        EventResponse: {
            /** @description The record. */
            data: components["schemas"]["Event"];
            /** @description Ways to the record itself and to its relations. May be missing. */
            links?: components["schemas"]["RecordLink"][];
        };
        /** @description An event as an entry of a list. */
        EventItem: {
            /** @description The record. */
            data: components["schemas"]["Event"];
            /**
             * @description Where the record stands by itself: a path relative to the host, with the version of the request.
             * @example /v3.0/events/60a000000000000000000f01
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
        /** @description Who the token belongs to, in an envelope. */
        MeResponse: {
            /**
             * @description `user` for people, since v3.0. May be missing.
             * @example user
             */
            type?: string | null;
            /** @description The user. */
            data: components["schemas"]["Me"];
            /** @description `self` without a version, `canonical` and `district`. May be missing. */
            links?: components["schemas"]["RecordLink"][];
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
             * @description Kind of record and what became of it.
             * @enum {string}
             */
            type: "courses.created" | "courses.updated" | "courses.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            /** @description The record and what it was. */
            data: components["schemas"]["CoursesEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialCourse"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        CoursesEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialCourse"];
            /** @description For `updated`: the changed fields, at their place in the record, with the values they had before. A list comes whole, and what was not set is an empty string. */
            previous_attributes?: components["schemas"]["PartialCourse"];
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
             * @description Kind of record and what became of it.
             * @enum {string}
             */
            type: "districts.created" | "districts.updated" | "districts.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            /** @description The record and what it was. */
            data: components["schemas"]["DistrictsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialDistrict"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        DistrictsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialDistrict"];
            /** @description For `updated`: the changed fields, at their place in the record, with the values they had before. A list comes whole, and what was not set is an empty string. */
            previous_attributes?: components["schemas"]["PartialDistrict"];
        };
        /** @description A resource appeared, changed or went. */
        ResourcesEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it.
             * @enum {string}
             */
            type: "resources.created" | "resources.updated" | "resources.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            /** @description The record and what it was. */
            data: components["schemas"]["ResourcesEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialResource"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        ResourcesEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialResource"];
            /** @description For `updated`: the changed fields, at their place in the record, with the values they had before. A list comes whole, and what was not set is an empty string. */
            previous_attributes?: components["schemas"]["PartialResource"];
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
             * @description Kind of record and what became of it.
             * @enum {string}
             */
            type: "schools.created" | "schools.updated" | "schools.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            /** @description The record and what it was. */
            data: components["schemas"]["SchoolsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialSchool"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        SchoolsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialSchool"];
            /** @description For `updated`: the changed fields, at their place in the record, with the values they had before. A list comes whole, and what was not set is an empty string. */
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
             * @description Kind of record and what became of it.
             * @enum {string}
             */
            type: "sections.created" | "sections.updated" | "sections.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            /** @description The record and what it was. */
            data: components["schemas"]["SectionsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialSection"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        SectionsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialSection"];
            /** @description For `updated`: the changed fields, at their place in the record, with the values they had before. A list comes whole, and what was not set is an empty string. */
            previous_attributes?: components["schemas"]["PartialSection"];
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
             * @description Kind of record and what became of it.
             * @enum {string}
             */
            type: "terms.created" | "terms.updated" | "terms.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            /** @description The record and what it was. */
            data: components["schemas"]["TermsEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialTerm"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        TermsEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialTerm"];
            /** @description For `updated`: the changed fields, at their place in the record, with the values they had before. A list comes whole, and what was not set is an empty string. */
            previous_attributes?: components["schemas"]["PartialTerm"];
        };
        /** @description A user appeared, changed or went. A role that comes or goes is a change. */
        UsersEvent: {
            /**
             * Format: object-id
             * @description Id of the event itself, not of the record that it tells of.
             * @example 60a000000000000000000f01
             */
            id: string;
            /**
             * @description Kind of record and what became of it.
             * @enum {string}
             */
            type: "users.created" | "users.updated" | "users.deleted";
            /**
             * Format: date-time
             * @description When it happened, in UTC, usually with milliseconds.
             * @example 2026-01-05T11:30:00.000Z
             */
            created: string;
            /** @description The record and what it was. */
            data: components["schemas"]["UsersEventData"];
            /** @description Where the published description puts the former values. Servers send them inside `data`; read both. */
            previous_attributes?: components["schemas"]["PartialUser"];
        };
        /** @description The record, and for `updated` the former values of what changed. */
        UsersEventData: {
            /** @description The record after the event. Nothing in it is guaranteed: after sharing was narrowed, or for `deleted`, most fields may be missing. */
            object: components["schemas"]["PartialUser"];
            /** @description For `updated`: the changed fields, at their place in the record, with the values they had before. A list comes whole, and what was not set is an empty string. */
            previous_attributes?: components["schemas"]["PartialUser"];
        };
        /** @description One change. Events are kept for about 30 days and may be delivered again, so handle them in a way that may be repeated. */
        Event: components["schemas"]["CoursesEvent"] | components["schemas"]["DistrictsEvent"] | components["schemas"]["ResourcesEvent"] | components["schemas"]["SchoolsEvent"] | components["schemas"]["SectionsEvent"] | components["schemas"]["TermsEvent"] | components["schemas"]["UsersEvent"];
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
             * @example /v3.0/sections/60a000000000000000000401
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
             * @example /v3.0/sections?limit=30&starting_after=60a000000000000000000401
             */
            uri: string;
        };
    };
    responses: {
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
        /** @description A page of courses. A page may be empty, and a full page may be followed by an empty one. */
        CoursesPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["CoursesResponse"];
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
        /** @description The districts that the token may see: for a district token, one. Or their number, if the request has `count=true`. */
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
        /** @description The resource. */
        OneResource: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ResourceResponse"];
            };
        };
        /** @description A page of resources. A page may be empty, and a full page may be followed by an empty one. */
        ResourcesPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ResourcesResponse"];
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
        /** @description A page of terms. A page may be empty, and a full page may be followed by an empty one. */
        TermsPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TermsResponse"];
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
        /** @description The user. */
        OneUser: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UserResponse"];
            };
        };
        /** @description A page of users. A page may be empty, and a full page may be followed by an empty one. */
        UsersPage: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UsersResponse"];
            };
        };
        /** @description A page of users, or their number, if the request has `count=true`. */
        UsersPageOrCount: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["UsersOrCount"];
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
        /** @description Who the token belongs to. */
        OneMe: {
            headers: {
                "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
                "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
                "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
                "X-RateLimit-Bucket": components["headers"]["X-RateLimit-Bucket"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["MeResponse"];
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
         * @description With `true`, only the number of records, without the records. Do not combine it with other parameters. Any value outside the list has no effect.
         * @example true
         */
        count: "" | "true" | "false" | "undefined";
        /**
         * @description Only people who have this role. What an unknown role gets is not documented.
         * @example student
         */
        role: "contact" | "district_admin" | "staff" | "student" | "teacher";
        /**
         * @description Only people who have this role. Contacts and district administrators do not belong to a school.
         * @example staff
         */
        role_in_school: "staff" | "student" | "teacher";
        /**
         * @description Only people who have this role.
         * @example teacher
         */
        role_in_section: "student" | "teacher";
        /**
         * @description With `true`, only where the school is the primary one of the user.
         * @example true
         */
        primary: "" | "true";
        /**
         * @description Only events of records that belong to this school.
         * @example 60a000000000000000000101
         */
        school: string;
        /**
         * @description Only events of these kinds of records; repeat the parameter for more than one. `users` is documented for all people; for the rest, the first half of an event type is what works.
         * @example [
         *       "users",
         *       "sections"
         *     ]
         */
        record_type: string[];
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
    getResourcesForCourse: {
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
            200: components["responses"]["ResourcesPage"];
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
    getSchoolsForCourse: {
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
    getResources: {
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
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ResourcesPage"];
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
    getResource: {
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
            200: components["responses"]["OneResource"];
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
    getCoursesForResource: {
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
            200: components["responses"]["CoursesPage"];
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
    getSectionsForResource: {
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
    getUsersForResource: {
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
                 * @description Only people who have this role.
                 * @example teacher
                 */
                role?: components["parameters"]["role_in_section"];
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
            200: components["responses"]["UsersPage"];
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
    getCoursesForSchool: {
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
            200: components["responses"]["CoursesPage"];
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
    getTermsForSchool: {
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
            200: components["responses"]["TermsPage"];
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
    getUsersForSchool: {
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
                 * @description Only people who have this role. Contacts and district administrators do not belong to a school.
                 * @example staff
                 */
                role?: components["parameters"]["role_in_school"];
                /**
                 * @description With `true`, only where the school is the primary one of the user.
                 * @example true
                 */
                primary?: components["parameters"]["primary"];
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
            200: components["responses"]["UsersPage"];
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
    getResourcesForSection: {
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
            200: components["responses"]["ResourcesPage"];
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
    getUsersForSection: {
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
                 * @description Only people who have this role.
                 * @example teacher
                 */
                role?: components["parameters"]["role_in_section"];
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
            200: components["responses"]["UsersPage"];
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
    getSchoolsForTerm: {
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
    getUsers: {
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
                /**
                 * @description Only people who have this role. What an unknown role gets is not documented.
                 * @example student
                 */
                role?: components["parameters"]["role"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["UsersPageOrCount"];
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
    getUser: {
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
            200: components["responses"]["OneUser"];
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
    getDistrictForUser: {
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
    getContactsForUser: {
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
            200: components["responses"]["UsersPage"];
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
    getStudentsForUser: {
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
            200: components["responses"]["UsersPage"];
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
    getTeachersForUser: {
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
            200: components["responses"]["UsersPage"];
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
    getResourcesForUser: {
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
            200: components["responses"]["ResourcesPage"];
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
    getSchoolsForUser: {
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
                 * @description With `true`, only where the school is the primary one of the user.
                 * @example true
                 */
                primary?: components["parameters"]["primary"];
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
    getSectionsForUser: {
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
                 * @description Only events of these kinds of records; repeat the parameter for more than one. `users` is documented for all people; for the rest, the first half of an event type is what works.
                 * @example [
                 *       "users",
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
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["OneMe"];
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
