// Written by npm run generate out of docs/*.schema.json. Do not edit.
export const isEvidence = validate20;
const schema31 = {"type":"object","required":["format","formatVersion","context","notProvoked","exchanges"],"properties":{"format":{"const":"clever-conformance/evidence"},"formatVersion":{"const":1},"context":{"type":"object","required":["subject","profiles"],"properties":{"subject":{"enum":["sandbox","live","replay","har","command","module"]},"profiles":{"type":"array","items":{"$ref":"#/$defs/profile"}}}},"notProvoked":{"type":"object","additionalProperties":{"type":"string"}},"notApplicable":{"type":"object","additionalProperties":{"type":"string"}},"selected":{"$ref":"#/$defs/texts"},"shard":{"type":"object","required":["index","of"],"properties":{"index":{"$ref":"#/$defs/count","minimum":1},"of":{"$ref":"#/$defs/count","minimum":1},"selected":{"$ref":"#/$defs/texts"},"head":{"$ref":"#/$defs/count"},"tokens":{"$ref":"#/$defs/texts"},"instants":{"$ref":"#/$defs/texts"},"places":{"type":"array","items":{"$ref":"#/$defs/count"}}}},"inconclusive":{"type":"string"},"withheld":{"type":"array","items":{"type":"object","required":["field","place","count","found","from"],"properties":{"field":{"type":"string"},"place":{"type":"string"},"count":{"type":"integer","minimum":1},"found":{"enum":["plain","escaped","base64","hex","named","series"]},"from":{"type":"string"}}}},"explored":{"type":"array","items":{"type":"object","required":["name","steps","commands","first","last"],"properties":{"name":{"type":"string"},"requirement":{"type":"string"},"steps":{"$ref":"#/$defs/texts"},"commands":{"type":"array","items":{"type":"object"}},"first":{"$ref":"#/$defs/count"},"last":{"$ref":"#/$defs/count"}}}},"exchanges":{"type":"array","items":{"$ref":"#/$defs/exchange"}},"observations":{"type":"array","items":{"$ref":"#/$defs/observation"}}},"$defs":{"count":{"type":"integer","minimum":0,"maximum":9007199254740991},"texts":{"type":"array","items":{"type":"string"}},"instant":{"type":"number"},"headers":{"type":"object","additionalProperties":{"type":"string"}},"profile":{"type":"object","required":["name","kind","prefix","document","rateLimit","limit","backoff"],"properties":{"name":{"type":"string"},"kind":{"enum":["data","lms"]},"prefix":{"type":"string"},"document":{"type":"string"},"rateLimit":{"type":"object","required":["requests","windowS"],"properties":{"requests":{"type":"number"},"windowS":{"type":"number"}}},"limit":{"type":"object","required":["default","max"],"properties":{"default":{"type":"number"},"max":{"type":"number"}}},"backoff":{"type":"object","required":["delaysS","maxRetries"],"properties":{"delaysS":{"type":"array","items":{"type":"number"}},"maxRetries":{"type":"number"}}},"judged":{"const":"wire"}}},"exchange":{"type":"object","required":["seq","request"],"properties":{"seq":{"$ref":"#/$defs/count"},"step":{"type":"object","required":["claim","case"],"properties":{"claim":{"type":"string"},"case":{"type":"string"},"role":{"type":"string"}}},"request":{"type":"object","required":["method","origin","path","headers","sentAtMs"],"properties":{"method":{"type":"string"},"origin":{"type":"string"},"path":{"type":"string"},"headers":{"$ref":"#/$defs/headers"},"body":{"type":"string"},"notKept":{"const":"body"},"sentAtMs":{"$ref":"#/$defs/instant"}}},"response":{"type":"object","required":["status","headers","body","receivedAtMs"],"properties":{"status":{"$ref":"#/$defs/count"},"headers":{"$ref":"#/$defs/headers"},"body":{"type":"string"},"notKept":{"enum":["body","headers"]},"isNotUtf8":{"const":true},"receivedAtMs":{"$ref":"#/$defs/instant"}}},"failure":{"type":"object","required":["kind","message"],"properties":{"kind":{"enum":["connect","closed","timeout","too-large","malformed","refused"]},"message":{"type":"string"}}}},"anyOf":[{"required":["response"]},{"required":["failure"]}],"if":{"required":["response"]},"then":{"properties":{"failure":false}}},"observation":{"type":"object","required":["scenario","provokes","job","timing","origin","lagMs","exchanges","account","runs","truth"],"properties":{"scenario":{"type":"string"},"superseded":{"const":true},"provokes":{"$ref":"#/$defs/texts"},"job":{"type":"string"},"timing":{"enum":["virtual","real"]},"origin":{"type":"string"},"lagMs":{"type":"number"},"captured":{"type":"object","required":["skewMs"],"properties":{"skewMs":{"type":"number"}}},"exchanges":{"type":"object","required":["first","count"],"properties":{"first":{"$ref":"#/$defs/count"},"count":{"$ref":"#/$defs/count"}}},"account":{"type":"object","additionalProperties":{"$ref":"#/$defs/count"}},"runs":{"type":"array","items":{"$ref":"#/$defs/run"}},"truth":{"$ref":"#/$defs/texts"},"miswritten":{"type":"array","items":{"type":"object","required":["exchange","members"],"properties":{"exchange":{"$ref":"#/$defs/count"},"members":{"$ref":"#/$defs/texts"}}}}}},"run":{"type":"object","required":["startedAtMs","endedAtMs","claim"],"properties":{"startedAtMs":{"$ref":"#/$defs/instant"},"endedAtMs":{"$ref":"#/$defs/instant"},"claim":{"type":"object","required":["says","endedBy","said","ids"],"properties":{"says":{"enum":["complete","incomplete","nothing"]},"endedBy":{"enum":["itself","exit","crash","kill","time","output","requests","memory"]},"said":{"type":"string"},"ids":{"$ref":"#/$defs/texts"}}}}}}};
const schema32 = {"type":"object","required":["name","kind","prefix","document","rateLimit","limit","backoff"],"properties":{"name":{"type":"string"},"kind":{"enum":["data","lms"]},"prefix":{"type":"string"},"document":{"type":"string"},"rateLimit":{"type":"object","required":["requests","windowS"],"properties":{"requests":{"type":"number"},"windowS":{"type":"number"}}},"limit":{"type":"object","required":["default","max"],"properties":{"default":{"type":"number"},"max":{"type":"number"}}},"backoff":{"type":"object","required":["delaysS","maxRetries"],"properties":{"delaysS":{"type":"array","items":{"type":"number"}},"maxRetries":{"type":"number"}}},"judged":{"const":"wire"}}};
const schema33 = {"type":"array","items":{"type":"string"}};
const schema34 = {"type":"integer","minimum":0,"maximum":9007199254740991};
const schema44 = {"type":"object","required":["seq","request"],"properties":{"seq":{"$ref":"#/$defs/count"},"step":{"type":"object","required":["claim","case"],"properties":{"claim":{"type":"string"},"case":{"type":"string"},"role":{"type":"string"}}},"request":{"type":"object","required":["method","origin","path","headers","sentAtMs"],"properties":{"method":{"type":"string"},"origin":{"type":"string"},"path":{"type":"string"},"headers":{"$ref":"#/$defs/headers"},"body":{"type":"string"},"notKept":{"const":"body"},"sentAtMs":{"$ref":"#/$defs/instant"}}},"response":{"type":"object","required":["status","headers","body","receivedAtMs"],"properties":{"status":{"$ref":"#/$defs/count"},"headers":{"$ref":"#/$defs/headers"},"body":{"type":"string"},"notKept":{"enum":["body","headers"]},"isNotUtf8":{"const":true},"receivedAtMs":{"$ref":"#/$defs/instant"}}},"failure":{"type":"object","required":["kind","message"],"properties":{"kind":{"enum":["connect","closed","timeout","too-large","malformed","refused"]},"message":{"type":"string"}}}},"anyOf":[{"required":["response"]},{"required":["failure"]}],"if":{"required":["response"]},"then":{"properties":{"failure":false}}};
const schema46 = {"type":"object","additionalProperties":{"type":"string"}};
const schema47 = {"type":"number"};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.response === undefined) && (missing0 = "response")){
const err0 = {instancePath,schemaPath:"#/anyOf/0/required",keyword:"required",params:{missingProperty: missing0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.failure === undefined) && (missing1 = "failure")){
const err1 = {instancePath,schemaPath:"#/anyOf/1/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const err2 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate21.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
const _errs4 = errors;
let valid1 = true;
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.response === undefined) && (missing2 = "response")){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid1 = _errs5 === errors;
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.failure !== undefined){
validate21.errors = [{instancePath:instancePath+"/failure",schemaPath:"#/then/properties/failure/false schema",keyword:"false schema",params:{}}];
return false;
}
}
var _valid1 = _errs6 === errors;
valid1 = _valid1;
if(valid1){
var props0 = {};
props0.failure = true;
}
}
if(!valid1){
const err4 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
validate21.errors = vErrors;
return false;
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing3;
if(((data.seq === undefined) && (missing3 = "seq")) || ((data.request === undefined) && (missing3 = "request"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(props0 !== true){
props0 = props0 || {};
props0.seq = true;
props0.step = true;
props0.request = true;
props0.response = true;
props0.failure = true;
}
if(data.seq !== undefined){
let data1 = data.seq;
const _errs7 = errors;
const _errs8 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate21.errors = [{instancePath:instancePath+"/seq",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 9007199254740991 || isNaN(data1)){
validate21.errors = [{instancePath:instancePath+"/seq",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate21.errors = [{instancePath:instancePath+"/seq",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid3 = _errs7 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.step !== undefined){
let data2 = data.step;
const _errs10 = errors;
if(errors === _errs10){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing4;
if(((data2.claim === undefined) && (missing4 = "claim")) || ((data2.case === undefined) && (missing4 = "case"))){
validate21.errors = [{instancePath:instancePath+"/step",schemaPath:"#/properties/step/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
if(data2.claim !== undefined){
const _errs12 = errors;
if(typeof data2.claim !== "string"){
validate21.errors = [{instancePath:instancePath+"/step/claim",schemaPath:"#/properties/step/properties/claim/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs12 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data2.case !== undefined){
const _errs14 = errors;
if(typeof data2.case !== "string"){
validate21.errors = [{instancePath:instancePath+"/step/case",schemaPath:"#/properties/step/properties/case/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs14 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data2.role !== undefined){
const _errs16 = errors;
if(typeof data2.role !== "string"){
validate21.errors = [{instancePath:instancePath+"/step/role",schemaPath:"#/properties/step/properties/role/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs16 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/step",schemaPath:"#/properties/step/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.request !== undefined){
let data6 = data.request;
const _errs18 = errors;
if(errors === _errs18){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing5;
if((((((data6.method === undefined) && (missing5 = "method")) || ((data6.origin === undefined) && (missing5 = "origin"))) || ((data6.path === undefined) && (missing5 = "path"))) || ((data6.headers === undefined) && (missing5 = "headers"))) || ((data6.sentAtMs === undefined) && (missing5 = "sentAtMs"))){
validate21.errors = [{instancePath:instancePath+"/request",schemaPath:"#/properties/request/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
if(data6.method !== undefined){
const _errs20 = errors;
if(typeof data6.method !== "string"){
validate21.errors = [{instancePath:instancePath+"/request/method",schemaPath:"#/properties/request/properties/method/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs20 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data6.origin !== undefined){
const _errs22 = errors;
if(typeof data6.origin !== "string"){
validate21.errors = [{instancePath:instancePath+"/request/origin",schemaPath:"#/properties/request/properties/origin/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs22 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data6.path !== undefined){
const _errs24 = errors;
if(typeof data6.path !== "string"){
validate21.errors = [{instancePath:instancePath+"/request/path",schemaPath:"#/properties/request/properties/path/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs24 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data6.headers !== undefined){
let data10 = data6.headers;
const _errs26 = errors;
const _errs27 = errors;
if(errors === _errs27){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key0 in data10){
const _errs30 = errors;
if(typeof data10[key0] !== "string"){
validate21.errors = [{instancePath:instancePath+"/request/headers/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/headers/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid8 = _errs30 === errors;
if(!valid8){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/request/headers",schemaPath:"#/$defs/headers/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid6 = _errs26 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data6.body !== undefined){
const _errs32 = errors;
if(typeof data6.body !== "string"){
validate21.errors = [{instancePath:instancePath+"/request/body",schemaPath:"#/properties/request/properties/body/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs32 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data6.notKept !== undefined){
const _errs34 = errors;
if("body" !== data6.notKept){
validate21.errors = [{instancePath:instancePath+"/request/notKept",schemaPath:"#/properties/request/properties/notKept/const",keyword:"const",params:{allowedValue: "body"}}];
return false;
}
var valid6 = _errs34 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data6.sentAtMs !== undefined){
let data14 = data6.sentAtMs;
const _errs35 = errors;
if(!((typeof data14 == "number") && (isFinite(data14)))){
validate21.errors = [{instancePath:instancePath+"/request/sentAtMs",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid6 = _errs35 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/request",schemaPath:"#/properties/request/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs18 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.response !== undefined){
let data15 = data.response;
const _errs38 = errors;
if(errors === _errs38){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing6;
if(((((data15.status === undefined) && (missing6 = "status")) || ((data15.headers === undefined) && (missing6 = "headers"))) || ((data15.body === undefined) && (missing6 = "body"))) || ((data15.receivedAtMs === undefined) && (missing6 = "receivedAtMs"))){
validate21.errors = [{instancePath:instancePath+"/response",schemaPath:"#/properties/response/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
if(data15.status !== undefined){
let data16 = data15.status;
const _errs40 = errors;
const _errs41 = errors;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
validate21.errors = [{instancePath:instancePath+"/response/status",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs41){
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 9007199254740991 || isNaN(data16)){
validate21.errors = [{instancePath:instancePath+"/response/status",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data16 < 0 || isNaN(data16)){
validate21.errors = [{instancePath:instancePath+"/response/status",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid10 = _errs40 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data15.headers !== undefined){
let data17 = data15.headers;
const _errs43 = errors;
const _errs44 = errors;
if(errors === _errs44){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key1 in data17){
const _errs47 = errors;
if(typeof data17[key1] !== "string"){
validate21.errors = [{instancePath:instancePath+"/response/headers/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/headers/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid13 = _errs47 === errors;
if(!valid13){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/response/headers",schemaPath:"#/$defs/headers/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid10 = _errs43 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data15.body !== undefined){
const _errs49 = errors;
if(typeof data15.body !== "string"){
validate21.errors = [{instancePath:instancePath+"/response/body",schemaPath:"#/properties/response/properties/body/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs49 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data15.notKept !== undefined){
let data20 = data15.notKept;
const _errs51 = errors;
if(!((data20 === "body") || (data20 === "headers"))){
validate21.errors = [{instancePath:instancePath+"/response/notKept",schemaPath:"#/properties/response/properties/notKept/enum",keyword:"enum",params:{allowedValues: schema44.properties.response.properties.notKept.enum}}];
return false;
}
var valid10 = _errs51 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data15.isNotUtf8 !== undefined){
const _errs52 = errors;
if(true !== data15.isNotUtf8){
validate21.errors = [{instancePath:instancePath+"/response/isNotUtf8",schemaPath:"#/properties/response/properties/isNotUtf8/const",keyword:"const",params:{allowedValue: true}}];
return false;
}
var valid10 = _errs52 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data15.receivedAtMs !== undefined){
let data22 = data15.receivedAtMs;
const _errs53 = errors;
if(!((typeof data22 == "number") && (isFinite(data22)))){
validate21.errors = [{instancePath:instancePath+"/response/receivedAtMs",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid10 = _errs53 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/response",schemaPath:"#/properties/response/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs38 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data.failure !== undefined){
let data23 = data.failure;
const _errs56 = errors;
if(errors === _errs56){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing7;
if(((data23.kind === undefined) && (missing7 = "kind")) || ((data23.message === undefined) && (missing7 = "message"))){
validate21.errors = [{instancePath:instancePath+"/failure",schemaPath:"#/properties/failure/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
if(data23.kind !== undefined){
let data24 = data23.kind;
const _errs58 = errors;
if(!((((((data24 === "connect") || (data24 === "closed")) || (data24 === "timeout")) || (data24 === "too-large")) || (data24 === "malformed")) || (data24 === "refused"))){
validate21.errors = [{instancePath:instancePath+"/failure/kind",schemaPath:"#/properties/failure/properties/kind/enum",keyword:"enum",params:{allowedValues: schema44.properties.failure.properties.kind.enum}}];
return false;
}
var valid15 = _errs58 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data23.message !== undefined){
const _errs59 = errors;
if(typeof data23.message !== "string"){
validate21.errors = [{instancePath:instancePath+"/failure/message",schemaPath:"#/properties/failure/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid15 = _errs59 === errors;
}
else {
var valid15 = true;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/failure",schemaPath:"#/properties/failure/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid3 = _errs56 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
evaluated0.props = props0;
return errors === 0;
}
validate21.evaluated = {"dynamicProps":true,"dynamicItems":false};

const schema51 = {"type":"object","required":["scenario","provokes","job","timing","origin","lagMs","exchanges","account","runs","truth"],"properties":{"scenario":{"type":"string"},"superseded":{"const":true},"provokes":{"$ref":"#/$defs/texts"},"job":{"type":"string"},"timing":{"enum":["virtual","real"]},"origin":{"type":"string"},"lagMs":{"type":"number"},"captured":{"type":"object","required":["skewMs"],"properties":{"skewMs":{"type":"number"}}},"exchanges":{"type":"object","required":["first","count"],"properties":{"first":{"$ref":"#/$defs/count"},"count":{"$ref":"#/$defs/count"}}},"account":{"type":"object","additionalProperties":{"$ref":"#/$defs/count"}},"runs":{"type":"array","items":{"$ref":"#/$defs/run"}},"truth":{"$ref":"#/$defs/texts"},"miswritten":{"type":"array","items":{"type":"object","required":["exchange","members"],"properties":{"exchange":{"$ref":"#/$defs/count"},"members":{"$ref":"#/$defs/texts"}}}}}};
const schema56 = {"type":"object","required":["startedAtMs","endedAtMs","claim"],"properties":{"startedAtMs":{"$ref":"#/$defs/instant"},"endedAtMs":{"$ref":"#/$defs/instant"},"claim":{"type":"object","required":["says","endedBy","said","ids"],"properties":{"says":{"enum":["complete","incomplete","nothing"]},"endedBy":{"enum":["itself","exit","crash","kill","time","output","requests","memory"]},"said":{"type":"string"},"ids":{"$ref":"#/$defs/texts"}}}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.startedAtMs === undefined) && (missing0 = "startedAtMs")) || ((data.endedAtMs === undefined) && (missing0 = "endedAtMs"))) || ((data.claim === undefined) && (missing0 = "claim"))){
validate24.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.startedAtMs !== undefined){
let data0 = data.startedAtMs;
const _errs1 = errors;
if(!((typeof data0 == "number") && (isFinite(data0)))){
validate24.errors = [{instancePath:instancePath+"/startedAtMs",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.endedAtMs !== undefined){
let data1 = data.endedAtMs;
const _errs4 = errors;
if(!((typeof data1 == "number") && (isFinite(data1)))){
validate24.errors = [{instancePath:instancePath+"/endedAtMs",schemaPath:"#/$defs/instant/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.claim !== undefined){
let data2 = data.claim;
const _errs7 = errors;
if(errors === _errs7){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((((data2.says === undefined) && (missing1 = "says")) || ((data2.endedBy === undefined) && (missing1 = "endedBy"))) || ((data2.said === undefined) && (missing1 = "said"))) || ((data2.ids === undefined) && (missing1 = "ids"))){
validate24.errors = [{instancePath:instancePath+"/claim",schemaPath:"#/properties/claim/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data2.says !== undefined){
let data3 = data2.says;
const _errs9 = errors;
if(!(((data3 === "complete") || (data3 === "incomplete")) || (data3 === "nothing"))){
validate24.errors = [{instancePath:instancePath+"/claim/says",schemaPath:"#/properties/claim/properties/says/enum",keyword:"enum",params:{allowedValues: schema56.properties.claim.properties.says.enum}}];
return false;
}
var valid3 = _errs9 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.endedBy !== undefined){
let data4 = data2.endedBy;
const _errs10 = errors;
if(!((((((((data4 === "itself") || (data4 === "exit")) || (data4 === "crash")) || (data4 === "kill")) || (data4 === "time")) || (data4 === "output")) || (data4 === "requests")) || (data4 === "memory"))){
validate24.errors = [{instancePath:instancePath+"/claim/endedBy",schemaPath:"#/properties/claim/properties/endedBy/enum",keyword:"enum",params:{allowedValues: schema56.properties.claim.properties.endedBy.enum}}];
return false;
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.said !== undefined){
const _errs11 = errors;
if(typeof data2.said !== "string"){
validate24.errors = [{instancePath:instancePath+"/claim/said",schemaPath:"#/properties/claim/properties/said/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.ids !== undefined){
let data6 = data2.ids;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data6)){
var valid5 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs16 = errors;
if(typeof data6[i0] !== "string"){
validate24.errors = [{instancePath:instancePath+"/claim/ids/" + i0,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs16 === errors;
if(!valid5){
break;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/claim/ids",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/claim",schemaPath:"#/properties/claim/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate24.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":{"startedAtMs":true,"endedAtMs":true,"claim":true},"dynamicProps":false,"dynamicItems":false};


function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.scenario === undefined) && (missing0 = "scenario")) || ((data.provokes === undefined) && (missing0 = "provokes"))) || ((data.job === undefined) && (missing0 = "job"))) || ((data.timing === undefined) && (missing0 = "timing"))) || ((data.origin === undefined) && (missing0 = "origin"))) || ((data.lagMs === undefined) && (missing0 = "lagMs"))) || ((data.exchanges === undefined) && (missing0 = "exchanges"))) || ((data.account === undefined) && (missing0 = "account"))) || ((data.runs === undefined) && (missing0 = "runs"))) || ((data.truth === undefined) && (missing0 = "truth"))){
validate23.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.scenario !== undefined){
const _errs1 = errors;
if(typeof data.scenario !== "string"){
validate23.errors = [{instancePath:instancePath+"/scenario",schemaPath:"#/properties/scenario/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.superseded !== undefined){
const _errs3 = errors;
if(true !== data.superseded){
validate23.errors = [{instancePath:instancePath+"/superseded",schemaPath:"#/properties/superseded/const",keyword:"const",params:{allowedValue: true}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.provokes !== undefined){
let data2 = data.provokes;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
var valid2 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(typeof data2[i0] !== "string"){
validate23.errors = [{instancePath:instancePath+"/provokes/" + i0,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/provokes",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.job !== undefined){
const _errs9 = errors;
if(typeof data.job !== "string"){
validate23.errors = [{instancePath:instancePath+"/job",schemaPath:"#/properties/job/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timing !== undefined){
let data5 = data.timing;
const _errs11 = errors;
if(!((data5 === "virtual") || (data5 === "real"))){
validate23.errors = [{instancePath:instancePath+"/timing",schemaPath:"#/properties/timing/enum",keyword:"enum",params:{allowedValues: schema51.properties.timing.enum}}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.origin !== undefined){
const _errs12 = errors;
if(typeof data.origin !== "string"){
validate23.errors = [{instancePath:instancePath+"/origin",schemaPath:"#/properties/origin/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.lagMs !== undefined){
let data7 = data.lagMs;
const _errs14 = errors;
if(!((typeof data7 == "number") && (isFinite(data7)))){
validate23.errors = [{instancePath:instancePath+"/lagMs",schemaPath:"#/properties/lagMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.captured !== undefined){
let data8 = data.captured;
const _errs16 = errors;
if(errors === _errs16){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if((data8.skewMs === undefined) && (missing1 = "skewMs")){
validate23.errors = [{instancePath:instancePath+"/captured",schemaPath:"#/properties/captured/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data8.skewMs !== undefined){
let data9 = data8.skewMs;
if(!((typeof data9 == "number") && (isFinite(data9)))){
validate23.errors = [{instancePath:instancePath+"/captured/skewMs",schemaPath:"#/properties/captured/properties/skewMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/captured",schemaPath:"#/properties/captured/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exchanges !== undefined){
let data10 = data.exchanges;
const _errs20 = errors;
if(errors === _errs20){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if(((data10.first === undefined) && (missing2 = "first")) || ((data10.count === undefined) && (missing2 = "count"))){
validate23.errors = [{instancePath:instancePath+"/exchanges",schemaPath:"#/properties/exchanges/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data10.first !== undefined){
let data11 = data10.first;
const _errs22 = errors;
const _errs23 = errors;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
validate23.errors = [{instancePath:instancePath+"/exchanges/first",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs23){
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 9007199254740991 || isNaN(data11)){
validate23.errors = [{instancePath:instancePath+"/exchanges/first",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate23.errors = [{instancePath:instancePath+"/exchanges/first",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid4 = _errs22 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data10.count !== undefined){
let data12 = data10.count;
const _errs25 = errors;
const _errs26 = errors;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
validate23.errors = [{instancePath:instancePath+"/exchanges/count",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs26){
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 > 9007199254740991 || isNaN(data12)){
validate23.errors = [{instancePath:instancePath+"/exchanges/count",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data12 < 0 || isNaN(data12)){
validate23.errors = [{instancePath:instancePath+"/exchanges/count",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid4 = _errs25 === errors;
}
else {
var valid4 = true;
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/exchanges",schemaPath:"#/properties/exchanges/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.account !== undefined){
let data13 = data.account;
const _errs28 = errors;
if(errors === _errs28){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key0 in data13){
let data14 = data13[key0];
const _errs31 = errors;
const _errs32 = errors;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
validate23.errors = [{instancePath:instancePath+"/account/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs32){
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 9007199254740991 || isNaN(data14)){
validate23.errors = [{instancePath:instancePath+"/account/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data14 < 0 || isNaN(data14)){
validate23.errors = [{instancePath:instancePath+"/account/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid7 = _errs31 === errors;
if(!valid7){
break;
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runs !== undefined){
let data15 = data.runs;
const _errs34 = errors;
if(errors === _errs34){
if(Array.isArray(data15)){
var valid9 = true;
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
const _errs36 = errors;
if(!(validate24(data15[i1], {instancePath:instancePath+"/runs/" + i1,parentData:data15,parentDataProperty:i1,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid9 = _errs36 === errors;
if(!valid9){
break;
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/properties/runs/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.truth !== undefined){
let data17 = data.truth;
const _errs37 = errors;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data17)){
var valid11 = true;
const len2 = data17.length;
for(let i2=0; i2<len2; i2++){
const _errs40 = errors;
if(typeof data17[i2] !== "string"){
validate23.errors = [{instancePath:instancePath+"/truth/" + i2,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs40 === errors;
if(!valid11){
break;
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/truth",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.miswritten !== undefined){
let data19 = data.miswritten;
const _errs42 = errors;
if(errors === _errs42){
if(Array.isArray(data19)){
var valid12 = true;
const len3 = data19.length;
for(let i3=0; i3<len3; i3++){
let data20 = data19[i3];
const _errs44 = errors;
if(errors === _errs44){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing3;
if(((data20.exchange === undefined) && (missing3 = "exchange")) || ((data20.members === undefined) && (missing3 = "members"))){
validate23.errors = [{instancePath:instancePath+"/miswritten/" + i3,schemaPath:"#/properties/miswritten/items/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data20.exchange !== undefined){
let data21 = data20.exchange;
const _errs46 = errors;
const _errs47 = errors;
if(!(((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21))) && (isFinite(data21)))){
validate23.errors = [{instancePath:instancePath+"/miswritten/" + i3+"/exchange",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs47){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 > 9007199254740991 || isNaN(data21)){
validate23.errors = [{instancePath:instancePath+"/miswritten/" + i3+"/exchange",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data21 < 0 || isNaN(data21)){
validate23.errors = [{instancePath:instancePath+"/miswritten/" + i3+"/exchange",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid13 = _errs46 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data20.members !== undefined){
let data22 = data20.members;
const _errs49 = errors;
const _errs50 = errors;
if(errors === _errs50){
if(Array.isArray(data22)){
var valid16 = true;
const len4 = data22.length;
for(let i4=0; i4<len4; i4++){
const _errs52 = errors;
if(typeof data22[i4] !== "string"){
validate23.errors = [{instancePath:instancePath+"/miswritten/" + i3+"/members/" + i4,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid16 = _errs52 === errors;
if(!valid16){
break;
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/miswritten/" + i3+"/members",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid13 = _errs49 === errors;
}
else {
var valid13 = true;
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/miswritten/" + i3,schemaPath:"#/properties/miswritten/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid12 = _errs44 === errors;
if(!valid12){
break;
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/miswritten",schemaPath:"#/properties/miswritten/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate23.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"props":{"scenario":true,"superseded":true,"provokes":true,"job":true,"timing":true,"origin":true,"lagMs":true,"captured":true,"exchanges":true,"account":true,"runs":true,"truth":true,"miswritten":true},"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.format === undefined) && (missing0 = "format")) || ((data.formatVersion === undefined) && (missing0 = "formatVersion"))) || ((data.context === undefined) && (missing0 = "context"))) || ((data.notProvoked === undefined) && (missing0 = "notProvoked"))) || ((data.exchanges === undefined) && (missing0 = "exchanges"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.format !== undefined){
const _errs1 = errors;
if("clever-conformance/evidence" !== data.format){
validate20.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "clever-conformance/evidence"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.formatVersion !== undefined){
const _errs2 = errors;
if(1 !== data.formatVersion){
validate20.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"#/properties/formatVersion/const",keyword:"const",params:{allowedValue: 1}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.context !== undefined){
let data2 = data.context;
const _errs3 = errors;
if(errors === _errs3){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((data2.subject === undefined) && (missing1 = "subject")) || ((data2.profiles === undefined) && (missing1 = "profiles"))){
validate20.errors = [{instancePath:instancePath+"/context",schemaPath:"#/properties/context/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data2.subject !== undefined){
let data3 = data2.subject;
const _errs5 = errors;
if(!((((((data3 === "sandbox") || (data3 === "live")) || (data3 === "replay")) || (data3 === "har")) || (data3 === "command")) || (data3 === "module"))){
validate20.errors = [{instancePath:instancePath+"/context/subject",schemaPath:"#/properties/context/properties/subject/enum",keyword:"enum",params:{allowedValues: schema31.properties.context.properties.subject.enum}}];
return false;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.profiles !== undefined){
let data4 = data2.profiles;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data4)){
var valid2 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs8 = errors;
const _errs9 = errors;
if(errors === _errs9){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if((((((((data5.name === undefined) && (missing2 = "name")) || ((data5.kind === undefined) && (missing2 = "kind"))) || ((data5.prefix === undefined) && (missing2 = "prefix"))) || ((data5.document === undefined) && (missing2 = "document"))) || ((data5.rateLimit === undefined) && (missing2 = "rateLimit"))) || ((data5.limit === undefined) && (missing2 = "limit"))) || ((data5.backoff === undefined) && (missing2 = "backoff"))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0,schemaPath:"#/$defs/profile/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data5.name !== undefined){
const _errs11 = errors;
if(typeof data5.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/name",schemaPath:"#/$defs/profile/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs11 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.kind !== undefined){
let data7 = data5.kind;
const _errs13 = errors;
if(!((data7 === "data") || (data7 === "lms"))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/kind",schemaPath:"#/$defs/profile/properties/kind/enum",keyword:"enum",params:{allowedValues: schema32.properties.kind.enum}}];
return false;
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.prefix !== undefined){
const _errs14 = errors;
if(typeof data5.prefix !== "string"){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/prefix",schemaPath:"#/$defs/profile/properties/prefix/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.document !== undefined){
const _errs16 = errors;
if(typeof data5.document !== "string"){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/document",schemaPath:"#/$defs/profile/properties/document/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid4 = _errs16 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.rateLimit !== undefined){
let data10 = data5.rateLimit;
const _errs18 = errors;
if(errors === _errs18){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing3;
if(((data10.requests === undefined) && (missing3 = "requests")) || ((data10.windowS === undefined) && (missing3 = "windowS"))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/rateLimit",schemaPath:"#/$defs/profile/properties/rateLimit/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data10.requests !== undefined){
let data11 = data10.requests;
const _errs20 = errors;
if(!((typeof data11 == "number") && (isFinite(data11)))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/rateLimit/requests",schemaPath:"#/$defs/profile/properties/rateLimit/properties/requests/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid5 = _errs20 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.windowS !== undefined){
let data12 = data10.windowS;
const _errs22 = errors;
if(!((typeof data12 == "number") && (isFinite(data12)))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/rateLimit/windowS",schemaPath:"#/$defs/profile/properties/rateLimit/properties/windowS/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid5 = _errs22 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/rateLimit",schemaPath:"#/$defs/profile/properties/rateLimit/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.limit !== undefined){
let data13 = data5.limit;
const _errs24 = errors;
if(errors === _errs24){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing4;
if(((data13.default === undefined) && (missing4 = "default")) || ((data13.max === undefined) && (missing4 = "max"))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/limit",schemaPath:"#/$defs/profile/properties/limit/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
if(data13.default !== undefined){
let data14 = data13.default;
const _errs26 = errors;
if(!((typeof data14 == "number") && (isFinite(data14)))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/limit/default",schemaPath:"#/$defs/profile/properties/limit/properties/default/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid6 = _errs26 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data13.max !== undefined){
let data15 = data13.max;
const _errs28 = errors;
if(!((typeof data15 == "number") && (isFinite(data15)))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/limit/max",schemaPath:"#/$defs/profile/properties/limit/properties/max/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid6 = _errs28 === errors;
}
else {
var valid6 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/limit",schemaPath:"#/$defs/profile/properties/limit/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs24 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.backoff !== undefined){
let data16 = data5.backoff;
const _errs30 = errors;
if(errors === _errs30){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing5;
if(((data16.delaysS === undefined) && (missing5 = "delaysS")) || ((data16.maxRetries === undefined) && (missing5 = "maxRetries"))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/backoff",schemaPath:"#/$defs/profile/properties/backoff/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
if(data16.delaysS !== undefined){
let data17 = data16.delaysS;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data17)){
var valid8 = true;
const len1 = data17.length;
for(let i1=0; i1<len1; i1++){
let data18 = data17[i1];
const _errs34 = errors;
if(!((typeof data18 == "number") && (isFinite(data18)))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/backoff/delaysS/" + i1,schemaPath:"#/$defs/profile/properties/backoff/properties/delaysS/items/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid8 = _errs34 === errors;
if(!valid8){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/backoff/delaysS",schemaPath:"#/$defs/profile/properties/backoff/properties/delaysS/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid7 = _errs32 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data16.maxRetries !== undefined){
let data19 = data16.maxRetries;
const _errs36 = errors;
if(!((typeof data19 == "number") && (isFinite(data19)))){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/backoff/maxRetries",schemaPath:"#/$defs/profile/properties/backoff/properties/maxRetries/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid7 = _errs36 === errors;
}
else {
var valid7 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/backoff",schemaPath:"#/$defs/profile/properties/backoff/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs30 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.judged !== undefined){
const _errs38 = errors;
if("wire" !== data5.judged){
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0+"/judged",schemaPath:"#/$defs/profile/properties/judged/const",keyword:"const",params:{allowedValue: "wire"}}];
return false;
}
var valid4 = _errs38 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/context/profiles/" + i0,schemaPath:"#/$defs/profile/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid2 = _errs8 === errors;
if(!valid2){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/context/profiles",schemaPath:"#/properties/context/properties/profiles/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notProvoked !== undefined){
let data21 = data.notProvoked;
const _errs39 = errors;
if(errors === _errs39){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
for(const key0 in data21){
const _errs42 = errors;
if(typeof data21[key0] !== "string"){
validate20.errors = [{instancePath:instancePath+"/notProvoked/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/notProvoked/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs42 === errors;
if(!valid9){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/notProvoked",schemaPath:"#/properties/notProvoked/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notApplicable !== undefined){
let data23 = data.notApplicable;
const _errs44 = errors;
if(errors === _errs44){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
for(const key1 in data23){
const _errs47 = errors;
if(typeof data23[key1] !== "string"){
validate20.errors = [{instancePath:instancePath+"/notApplicable/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/notApplicable/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs47 === errors;
if(!valid10){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/notApplicable",schemaPath:"#/properties/notApplicable/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs44 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.selected !== undefined){
let data25 = data.selected;
const _errs49 = errors;
const _errs50 = errors;
if(errors === _errs50){
if(Array.isArray(data25)){
var valid12 = true;
const len2 = data25.length;
for(let i2=0; i2<len2; i2++){
const _errs52 = errors;
if(typeof data25[i2] !== "string"){
validate20.errors = [{instancePath:instancePath+"/selected/" + i2,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid12 = _errs52 === errors;
if(!valid12){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/selected",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shard !== undefined){
let data27 = data.shard;
const _errs54 = errors;
if(errors === _errs54){
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
let missing6;
if(((data27.index === undefined) && (missing6 = "index")) || ((data27.of === undefined) && (missing6 = "of"))){
validate20.errors = [{instancePath:instancePath+"/shard",schemaPath:"#/properties/shard/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
if(data27.index !== undefined){
let data28 = data27.index;
const _errs56 = errors;
const _errs57 = errors;
if(!(((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28))) && (isFinite(data28)))){
validate20.errors = [{instancePath:instancePath+"/shard/index",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs57){
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 > 9007199254740991 || isNaN(data28)){
validate20.errors = [{instancePath:instancePath+"/shard/index",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data28 < 0 || isNaN(data28)){
validate20.errors = [{instancePath:instancePath+"/shard/index",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
if(errors === _errs56){
if((typeof data28 == "number") && (isFinite(data28))){
if(data28 < 1 || isNaN(data28)){
validate20.errors = [{instancePath:instancePath+"/shard/index",schemaPath:"#/properties/shard/properties/index/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid13 = _errs56 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data27.of !== undefined){
let data29 = data27.of;
const _errs59 = errors;
const _errs60 = errors;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
validate20.errors = [{instancePath:instancePath+"/shard/of",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs60){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 > 9007199254740991 || isNaN(data29)){
validate20.errors = [{instancePath:instancePath+"/shard/of",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data29 < 0 || isNaN(data29)){
validate20.errors = [{instancePath:instancePath+"/shard/of",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
if(errors === _errs59){
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 1 || isNaN(data29)){
validate20.errors = [{instancePath:instancePath+"/shard/of",schemaPath:"#/properties/shard/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid13 = _errs59 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data27.selected !== undefined){
let data30 = data27.selected;
const _errs62 = errors;
const _errs63 = errors;
if(errors === _errs63){
if(Array.isArray(data30)){
var valid17 = true;
const len3 = data30.length;
for(let i3=0; i3<len3; i3++){
const _errs65 = errors;
if(typeof data30[i3] !== "string"){
validate20.errors = [{instancePath:instancePath+"/shard/selected/" + i3,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid17 = _errs65 === errors;
if(!valid17){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/shard/selected",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid13 = _errs62 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data27.head !== undefined){
let data32 = data27.head;
const _errs67 = errors;
const _errs68 = errors;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
validate20.errors = [{instancePath:instancePath+"/shard/head",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs68){
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 > 9007199254740991 || isNaN(data32)){
validate20.errors = [{instancePath:instancePath+"/shard/head",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data32 < 0 || isNaN(data32)){
validate20.errors = [{instancePath:instancePath+"/shard/head",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid13 = _errs67 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data27.tokens !== undefined){
let data33 = data27.tokens;
const _errs70 = errors;
const _errs71 = errors;
if(errors === _errs71){
if(Array.isArray(data33)){
var valid20 = true;
const len4 = data33.length;
for(let i4=0; i4<len4; i4++){
const _errs73 = errors;
if(typeof data33[i4] !== "string"){
validate20.errors = [{instancePath:instancePath+"/shard/tokens/" + i4,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid20 = _errs73 === errors;
if(!valid20){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/shard/tokens",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid13 = _errs70 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data27.instants !== undefined){
let data35 = data27.instants;
const _errs75 = errors;
const _errs76 = errors;
if(errors === _errs76){
if(Array.isArray(data35)){
var valid22 = true;
const len5 = data35.length;
for(let i5=0; i5<len5; i5++){
const _errs78 = errors;
if(typeof data35[i5] !== "string"){
validate20.errors = [{instancePath:instancePath+"/shard/instants/" + i5,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid22 = _errs78 === errors;
if(!valid22){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/shard/instants",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid13 = _errs75 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data27.places !== undefined){
let data37 = data27.places;
const _errs80 = errors;
if(errors === _errs80){
if(Array.isArray(data37)){
var valid23 = true;
const len6 = data37.length;
for(let i6=0; i6<len6; i6++){
let data38 = data37[i6];
const _errs82 = errors;
const _errs83 = errors;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
validate20.errors = [{instancePath:instancePath+"/shard/places/" + i6,schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs83){
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 > 9007199254740991 || isNaN(data38)){
validate20.errors = [{instancePath:instancePath+"/shard/places/" + i6,schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data38 < 0 || isNaN(data38)){
validate20.errors = [{instancePath:instancePath+"/shard/places/" + i6,schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid23 = _errs82 === errors;
if(!valid23){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/shard/places",schemaPath:"#/properties/shard/properties/places/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid13 = _errs80 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/shard",schemaPath:"#/properties/shard/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inconclusive !== undefined){
const _errs85 = errors;
if(typeof data.inconclusive !== "string"){
validate20.errors = [{instancePath:instancePath+"/inconclusive",schemaPath:"#/properties/inconclusive/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs85 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.withheld !== undefined){
let data40 = data.withheld;
const _errs87 = errors;
if(errors === _errs87){
if(Array.isArray(data40)){
var valid25 = true;
const len7 = data40.length;
for(let i7=0; i7<len7; i7++){
let data41 = data40[i7];
const _errs89 = errors;
if(errors === _errs89){
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
let missing7;
if((((((data41.field === undefined) && (missing7 = "field")) || ((data41.place === undefined) && (missing7 = "place"))) || ((data41.count === undefined) && (missing7 = "count"))) || ((data41.found === undefined) && (missing7 = "found"))) || ((data41.from === undefined) && (missing7 = "from"))){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i7,schemaPath:"#/properties/withheld/items/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
if(data41.field !== undefined){
const _errs91 = errors;
if(typeof data41.field !== "string"){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i7+"/field",schemaPath:"#/properties/withheld/items/properties/field/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid26 = _errs91 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data41.place !== undefined){
const _errs93 = errors;
if(typeof data41.place !== "string"){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i7+"/place",schemaPath:"#/properties/withheld/items/properties/place/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid26 = _errs93 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data41.count !== undefined){
let data44 = data41.count;
const _errs95 = errors;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i7+"/count",schemaPath:"#/properties/withheld/items/properties/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs95){
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 1 || isNaN(data44)){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i7+"/count",schemaPath:"#/properties/withheld/items/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid26 = _errs95 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data41.found !== undefined){
let data45 = data41.found;
const _errs97 = errors;
if(!((((((data45 === "plain") || (data45 === "escaped")) || (data45 === "base64")) || (data45 === "hex")) || (data45 === "named")) || (data45 === "series"))){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i7+"/found",schemaPath:"#/properties/withheld/items/properties/found/enum",keyword:"enum",params:{allowedValues: schema31.properties.withheld.items.properties.found.enum}}];
return false;
}
var valid26 = _errs97 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data41.from !== undefined){
const _errs98 = errors;
if(typeof data41.from !== "string"){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i7+"/from",schemaPath:"#/properties/withheld/items/properties/from/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid26 = _errs98 === errors;
}
else {
var valid26 = true;
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/withheld/" + i7,schemaPath:"#/properties/withheld/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid25 = _errs89 === errors;
if(!valid25){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/withheld",schemaPath:"#/properties/withheld/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs87 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.explored !== undefined){
let data47 = data.explored;
const _errs100 = errors;
if(errors === _errs100){
if(Array.isArray(data47)){
var valid27 = true;
const len8 = data47.length;
for(let i8=0; i8<len8; i8++){
let data48 = data47[i8];
const _errs102 = errors;
if(errors === _errs102){
if(data48 && typeof data48 == "object" && !Array.isArray(data48)){
let missing8;
if((((((data48.name === undefined) && (missing8 = "name")) || ((data48.steps === undefined) && (missing8 = "steps"))) || ((data48.commands === undefined) && (missing8 = "commands"))) || ((data48.first === undefined) && (missing8 = "first"))) || ((data48.last === undefined) && (missing8 = "last"))){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8,schemaPath:"#/properties/explored/items/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
if(data48.name !== undefined){
const _errs104 = errors;
if(typeof data48.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/name",schemaPath:"#/properties/explored/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid28 = _errs104 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data48.requirement !== undefined){
const _errs106 = errors;
if(typeof data48.requirement !== "string"){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/requirement",schemaPath:"#/properties/explored/items/properties/requirement/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid28 = _errs106 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data48.steps !== undefined){
let data51 = data48.steps;
const _errs108 = errors;
const _errs109 = errors;
if(errors === _errs109){
if(Array.isArray(data51)){
var valid30 = true;
const len9 = data51.length;
for(let i9=0; i9<len9; i9++){
const _errs111 = errors;
if(typeof data51[i9] !== "string"){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/steps/" + i9,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid30 = _errs111 === errors;
if(!valid30){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/steps",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid28 = _errs108 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data48.commands !== undefined){
let data53 = data48.commands;
const _errs113 = errors;
if(errors === _errs113){
if(Array.isArray(data53)){
var valid31 = true;
const len10 = data53.length;
for(let i10=0; i10<len10; i10++){
let data54 = data53[i10];
const _errs115 = errors;
if(!(data54 && typeof data54 == "object" && !Array.isArray(data54))){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/commands/" + i10,schemaPath:"#/properties/explored/items/properties/commands/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid31 = _errs115 === errors;
if(!valid31){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/commands",schemaPath:"#/properties/explored/items/properties/commands/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid28 = _errs113 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data48.first !== undefined){
let data55 = data48.first;
const _errs117 = errors;
const _errs118 = errors;
if(!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/first",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs118){
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 > 9007199254740991 || isNaN(data55)){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/first",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data55 < 0 || isNaN(data55)){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/first",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid28 = _errs117 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data48.last !== undefined){
let data56 = data48.last;
const _errs120 = errors;
const _errs121 = errors;
if(!(((typeof data56 == "number") && (!(data56 % 1) && !isNaN(data56))) && (isFinite(data56)))){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/last",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs121){
if((typeof data56 == "number") && (isFinite(data56))){
if(data56 > 9007199254740991 || isNaN(data56)){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/last",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data56 < 0 || isNaN(data56)){
validate20.errors = [{instancePath:instancePath+"/explored/" + i8+"/last",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid28 = _errs120 === errors;
}
else {
var valid28 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/explored/" + i8,schemaPath:"#/properties/explored/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid27 = _errs102 === errors;
if(!valid27){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/explored",schemaPath:"#/properties/explored/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs100 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exchanges !== undefined){
let data57 = data.exchanges;
const _errs123 = errors;
if(errors === _errs123){
if(Array.isArray(data57)){
var valid34 = true;
const len11 = data57.length;
for(let i11=0; i11<len11; i11++){
const _errs125 = errors;
if(!(validate21(data57[i11], {instancePath:instancePath+"/exchanges/" + i11,parentData:data57,parentDataProperty:i11,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid34 = _errs125 === errors;
if(!valid34){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/exchanges",schemaPath:"#/properties/exchanges/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs123 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.observations !== undefined){
let data59 = data.observations;
const _errs126 = errors;
if(errors === _errs126){
if(Array.isArray(data59)){
var valid35 = true;
const len12 = data59.length;
for(let i12=0; i12<len12; i12++){
const _errs128 = errors;
if(!(validate23(data59[i12], {instancePath:instancePath+"/observations/" + i12,parentData:data59,parentDataProperty:i12,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid35 = _errs128 === errors;
if(!valid35){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/observations",schemaPath:"#/properties/observations/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs126 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":{"format":true,"formatVersion":true,"context":true,"notProvoked":true,"notApplicable":true,"selected":true,"shard":true,"inconclusive":true,"withheld":true,"explored":true,"exchanges":true,"observations":true},"dynamicProps":false,"dynamicItems":false};
