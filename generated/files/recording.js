// Written by npm run generate out of docs/*.schema.json. Do not edit.
export const isProbeFile = validate33;
const schema32 = {"type":"array","minItems":1,"prefixItems":[{"allOf":[{"$ref":"#/$defs/definition"}],"required":["recording"],"properties":{"recording":{"$ref":"#/$defs/header"}}}],"items":{"$ref":"#/$defs/definition"}};
const schema33 = {"type":"object","required":["scope","method","path","status","rawHeaders","exchange"],"properties":{"recording":{"type":"object"},"scope":{"type":"string","pattern":"^https?://[^/?#\\s]+$"},"method":{"type":"string"},"path":{"type":"string","pattern":"^/"},"body":{},"reqheaders":{"type":"object","additionalProperties":{"type":"string"}},"badheaders":{"$ref":"#/$defs/texts"},"status":{"type":"integer"},"response":{},"responseIsBinary":{"const":true},"rawHeaders":{"$ref":"#/$defs/texts"},"exchange":{"type":"object","required":["seq","sentAtMs"],"properties":{"seq":{"$ref":"#/$defs/count"},"step":{"type":"object","required":["claim","case"],"properties":{"claim":{"type":"string"},"case":{"type":"string"},"role":{"type":"string"}}},"request":{"type":"object","required":["path"],"properties":{"path":{"type":"string"},"body":{"type":"string"}}},"sentAtMs":{"type":"number"},"receivedAtMs":{"type":"number"},"failure":{"type":"object","required":["kind","message"],"properties":{"kind":{"enum":["connect","closed","timeout","too-large","malformed","refused"]},"message":{"type":"string"}}}},"anyOf":[{"required":["receivedAtMs"]},{"required":["failure"]}]}}};
const schema34 = {"type":"array","items":{"type":"string"}};
const schema36 = {"type":"integer","minimum":0,"maximum":9007199254740991};
const pattern4 = new RegExp("^https?://[^/?#\\s]+$", "u");
const pattern5 = new RegExp("^/", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.scope === undefined) && (missing0 = "scope")) || ((data.method === undefined) && (missing0 = "method"))) || ((data.path === undefined) && (missing0 = "path"))) || ((data.status === undefined) && (missing0 = "status"))) || ((data.rawHeaders === undefined) && (missing0 = "rawHeaders"))) || ((data.exchange === undefined) && (missing0 = "exchange"))){
validate22.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.recording !== undefined){
let data0 = data.recording;
const _errs1 = errors;
if(!(data0 && typeof data0 == "object" && !Array.isArray(data0))){
validate22.errors = [{instancePath:instancePath+"/recording",schemaPath:"#/properties/recording/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scope !== undefined){
let data1 = data.scope;
const _errs3 = errors;
if(errors === _errs3){
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
validate22.errors = [{instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/pattern",keyword:"pattern",params:{pattern: "^https?://[^/?#\\s]+$"}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.method !== undefined){
const _errs5 = errors;
if(typeof data.method !== "string"){
validate22.errors = [{instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.path !== undefined){
let data3 = data.path;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
validate22.errors = [{instancePath:instancePath+"/path",schemaPath:"#/properties/path/pattern",keyword:"pattern",params:{pattern: "^/"}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reqheaders !== undefined){
let data4 = data.reqheaders;
const _errs9 = errors;
if(errors === _errs9){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key0 in data4){
const _errs12 = errors;
if(typeof data4[key0] !== "string"){
validate22.errors = [{instancePath:instancePath+"/reqheaders/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/reqheaders/additionalProperties/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs12 === errors;
if(!valid1){
break;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/reqheaders",schemaPath:"#/properties/reqheaders/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.badheaders !== undefined){
let data6 = data.badheaders;
const _errs14 = errors;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data6)){
var valid3 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs17 = errors;
if(typeof data6[i0] !== "string"){
validate22.errors = [{instancePath:instancePath+"/badheaders/" + i0,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid3 = _errs17 === errors;
if(!valid3){
break;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/badheaders",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
let data8 = data.status;
const _errs19 = errors;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
validate22.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "integer"}}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.responseIsBinary !== undefined){
const _errs21 = errors;
if(true !== data.responseIsBinary){
validate22.errors = [{instancePath:instancePath+"/responseIsBinary",schemaPath:"#/properties/responseIsBinary/const",keyword:"const",params:{allowedValue: true}}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rawHeaders !== undefined){
let data10 = data.rawHeaders;
const _errs22 = errors;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data10)){
var valid5 = true;
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
const _errs25 = errors;
if(typeof data10[i1] !== "string"){
validate22.errors = [{instancePath:instancePath+"/rawHeaders/" + i1,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs25 === errors;
if(!valid5){
break;
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/rawHeaders",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exchange !== undefined){
let data12 = data.exchange;
const _errs27 = errors;
const _errs29 = errors;
let valid6 = false;
const _errs30 = errors;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing1;
if((data12.receivedAtMs === undefined) && (missing1 = "receivedAtMs")){
const err0 = {instancePath:instancePath+"/exchange",schemaPath:"#/properties/exchange/anyOf/0/required",keyword:"required",params:{missingProperty: missing1}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs30 === errors;
valid6 = valid6 || _valid0;
const _errs31 = errors;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing2;
if((data12.failure === undefined) && (missing2 = "failure")){
const err1 = {instancePath:instancePath+"/exchange",schemaPath:"#/properties/exchange/anyOf/1/required",keyword:"required",params:{missingProperty: missing2}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs31 === errors;
valid6 = valid6 || _valid0;
if(!valid6){
const err2 = {instancePath:instancePath+"/exchange",schemaPath:"#/properties/exchange/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
validate22.errors = vErrors;
return false;
}
else {
errors = _errs29;
if(vErrors !== null){
if(_errs29){
vErrors.length = _errs29;
}
else {
vErrors = null;
}
}
}
if(errors === _errs27){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
let missing3;
if(((data12.seq === undefined) && (missing3 = "seq")) || ((data12.sentAtMs === undefined) && (missing3 = "sentAtMs"))){
validate22.errors = [{instancePath:instancePath+"/exchange",schemaPath:"#/properties/exchange/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data12.seq !== undefined){
let data13 = data12.seq;
const _errs32 = errors;
const _errs33 = errors;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
validate22.errors = [{instancePath:instancePath+"/exchange/seq",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs33){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 9007199254740991 || isNaN(data13)){
validate22.errors = [{instancePath:instancePath+"/exchange/seq",schemaPath:"#/$defs/count/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991}}];
return false;
}
else {
if(data13 < 0 || isNaN(data13)){
validate22.errors = [{instancePath:instancePath+"/exchange/seq",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
}
var valid7 = _errs32 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data12.step !== undefined){
let data14 = data12.step;
const _errs35 = errors;
if(errors === _errs35){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing4;
if(((data14.claim === undefined) && (missing4 = "claim")) || ((data14.case === undefined) && (missing4 = "case"))){
validate22.errors = [{instancePath:instancePath+"/exchange/step",schemaPath:"#/properties/exchange/properties/step/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
if(data14.claim !== undefined){
const _errs37 = errors;
if(typeof data14.claim !== "string"){
validate22.errors = [{instancePath:instancePath+"/exchange/step/claim",schemaPath:"#/properties/exchange/properties/step/properties/claim/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs37 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data14.case !== undefined){
const _errs39 = errors;
if(typeof data14.case !== "string"){
validate22.errors = [{instancePath:instancePath+"/exchange/step/case",schemaPath:"#/properties/exchange/properties/step/properties/case/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs39 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data14.role !== undefined){
const _errs41 = errors;
if(typeof data14.role !== "string"){
validate22.errors = [{instancePath:instancePath+"/exchange/step/role",schemaPath:"#/properties/exchange/properties/step/properties/role/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs41 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/exchange/step",schemaPath:"#/properties/exchange/properties/step/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid7 = _errs35 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data12.request !== undefined){
let data18 = data12.request;
const _errs43 = errors;
if(errors === _errs43){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing5;
if((data18.path === undefined) && (missing5 = "path")){
validate22.errors = [{instancePath:instancePath+"/exchange/request",schemaPath:"#/properties/exchange/properties/request/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
if(data18.path !== undefined){
const _errs45 = errors;
if(typeof data18.path !== "string"){
validate22.errors = [{instancePath:instancePath+"/exchange/request/path",schemaPath:"#/properties/exchange/properties/request/properties/path/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs45 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data18.body !== undefined){
const _errs47 = errors;
if(typeof data18.body !== "string"){
validate22.errors = [{instancePath:instancePath+"/exchange/request/body",schemaPath:"#/properties/exchange/properties/request/properties/body/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs47 === errors;
}
else {
var valid10 = true;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/exchange/request",schemaPath:"#/properties/exchange/properties/request/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid7 = _errs43 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data12.sentAtMs !== undefined){
let data21 = data12.sentAtMs;
const _errs49 = errors;
if(!((typeof data21 == "number") && (isFinite(data21)))){
validate22.errors = [{instancePath:instancePath+"/exchange/sentAtMs",schemaPath:"#/properties/exchange/properties/sentAtMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid7 = _errs49 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data12.receivedAtMs !== undefined){
let data22 = data12.receivedAtMs;
const _errs51 = errors;
if(!((typeof data22 == "number") && (isFinite(data22)))){
validate22.errors = [{instancePath:instancePath+"/exchange/receivedAtMs",schemaPath:"#/properties/exchange/properties/receivedAtMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid7 = _errs51 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data12.failure !== undefined){
let data23 = data12.failure;
const _errs53 = errors;
if(errors === _errs53){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing6;
if(((data23.kind === undefined) && (missing6 = "kind")) || ((data23.message === undefined) && (missing6 = "message"))){
validate22.errors = [{instancePath:instancePath+"/exchange/failure",schemaPath:"#/properties/exchange/properties/failure/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
if(data23.kind !== undefined){
let data24 = data23.kind;
const _errs55 = errors;
if(!((((((data24 === "connect") || (data24 === "closed")) || (data24 === "timeout")) || (data24 === "too-large")) || (data24 === "malformed")) || (data24 === "refused"))){
validate22.errors = [{instancePath:instancePath+"/exchange/failure/kind",schemaPath:"#/properties/exchange/properties/failure/properties/kind/enum",keyword:"enum",params:{allowedValues: schema33.properties.exchange.properties.failure.properties.kind.enum}}];
return false;
}
var valid11 = _errs55 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data23.message !== undefined){
const _errs56 = errors;
if(typeof data23.message !== "string"){
validate22.errors = [{instancePath:instancePath+"/exchange/failure/message",schemaPath:"#/properties/exchange/properties/failure/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs56 === errors;
}
else {
var valid11 = true;
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/exchange/failure",schemaPath:"#/properties/exchange/properties/failure/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid7 = _errs53 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
}
}
else {
validate22.errors = [{instancePath:instancePath+"/exchange",schemaPath:"#/properties/exchange/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs27 === errors;
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
else {
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":{"recording":true,"scope":true,"method":true,"path":true,"body":true,"reqheaders":true,"badheaders":true,"status":true,"response":true,"responseIsBinary":true,"rawHeaders":true,"exchange":true},"dynamicProps":false,"dynamicItems":false};

const schema37 = {"type":"object","required":["format","formatVersion","probe","subject","apis","recordedAt","expires","tool","redactor","leaks","states","digest"],"properties":{"format":{"const":"clever-conformance/recording"},"formatVersion":{"const":1},"probe":{"type":"string"},"subject":{"$ref":"#/$defs/subject"},"apis":{"$ref":"#/$defs/apis"},"recordedAt":{"$ref":"#/$defs/utc"},"expires":{"$ref":"#/$defs/expires"},"tool":{"$ref":"#/$defs/tool"},"redactor":{"$ref":"#/$defs/redactor"},"leaks":{"type":"object","required":["verdict"],"properties":{"verdict":{"const":"none found"}}},"states":{"type":"array","items":{"$ref":"#/$defs/state"}},"digest":{"$ref":"#/$defs/sha256"}}};
const schema38 = {"enum":["sandbox","live","har"]};
const schema39 = {"type":"array","items":{"enum":["data-v2.0","lms-v3.1","data-v3.0","data-v3.1","data-v2.1"]}};
const schema40 = {"type":"string","format":"date-time"};
const schema43 = {"type":"object","required":["name","version"],"properties":{"name":{"type":"string"},"version":{"type":"string"}}};
const schema44 = {"type":"object","required":["version","rules"],"properties":{"version":{"type":"number"},"rules":{"type":"string"}}};
const schema45 = {"type":"object","required":["before","name","params","values"],"properties":{"before":{"type":"number"},"name":{"enum":["everything is as seeded","a district with {students} students","the bucket has {remaining} left","the next answers are {script}","the record {id} is deleted","the record {id} is unshared","a record is created in {collection}","the collection {collection} has ended","a token with {scopes}","a token of the user {id}","a token of another district","an assignment exists","the LMS requires {field}","the clock moves {seconds}"]},"params":{"type":"object"},"values":{"type":"object"},"refused":{"const":true}}};
const schema46 = {"type":"string","pattern":"^[0-9a-f]{64}$"};
const formats0 = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?Z$/;
const schema41 = {"anyOf":[{"type":"null"},{"$ref":"#/$defs/utc"}]};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs0 = errors;
let valid0 = false;
const _errs1 = errors;
if(data !== null){
const err0 = {instancePath,schemaPath:"#/anyOf/0/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
valid0 = valid0 || _valid0;
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(errors === _errs4){
if(typeof data === "string"){
if(!(formats0.test(data))){
const err1 = {instancePath,schemaPath:"#/$defs/utc/format",keyword:"format",params:{format: "date-time"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath,schemaPath:"#/$defs/utc/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const err3 = {instancePath,schemaPath:"#/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
validate25.errors = vErrors;
return false;
}
else {
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern6 = new RegExp("^[0-9a-f]{64}$", "u");

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
if(((((((((((((data.format === undefined) && (missing0 = "format")) || ((data.formatVersion === undefined) && (missing0 = "formatVersion"))) || ((data.probe === undefined) && (missing0 = "probe"))) || ((data.subject === undefined) && (missing0 = "subject"))) || ((data.apis === undefined) && (missing0 = "apis"))) || ((data.recordedAt === undefined) && (missing0 = "recordedAt"))) || ((data.expires === undefined) && (missing0 = "expires"))) || ((data.tool === undefined) && (missing0 = "tool"))) || ((data.redactor === undefined) && (missing0 = "redactor"))) || ((data.leaks === undefined) && (missing0 = "leaks"))) || ((data.states === undefined) && (missing0 = "states"))) || ((data.digest === undefined) && (missing0 = "digest"))){
validate24.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.format !== undefined){
const _errs1 = errors;
if("clever-conformance/recording" !== data.format){
validate24.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "clever-conformance/recording"}}];
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
validate24.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"#/properties/formatVersion/const",keyword:"const",params:{allowedValue: 1}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.probe !== undefined){
const _errs3 = errors;
if(typeof data.probe !== "string"){
validate24.errors = [{instancePath:instancePath+"/probe",schemaPath:"#/properties/probe/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.subject !== undefined){
let data3 = data.subject;
const _errs5 = errors;
if(!(((data3 === "sandbox") || (data3 === "live")) || (data3 === "har"))){
validate24.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/$defs/subject/enum",keyword:"enum",params:{allowedValues: schema38.enum}}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.apis !== undefined){
let data4 = data.apis;
const _errs7 = errors;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data4)){
var valid3 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs10 = errors;
if(!(((((data5 === "data-v2.0") || (data5 === "lms-v3.1")) || (data5 === "data-v3.0")) || (data5 === "data-v3.1")) || (data5 === "data-v2.1"))){
validate24.errors = [{instancePath:instancePath+"/apis/" + i0,schemaPath:"#/$defs/apis/items/enum",keyword:"enum",params:{allowedValues: schema39.items.enum}}];
return false;
}
var valid3 = _errs10 === errors;
if(!valid3){
break;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/apis",schemaPath:"#/$defs/apis/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordedAt !== undefined){
let data6 = data.recordedAt;
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(errors === _errs12){
if(typeof data6 === "string"){
if(!(formats0.test(data6))){
validate24.errors = [{instancePath:instancePath+"/recordedAt",schemaPath:"#/$defs/utc/format",keyword:"format",params:{format: "date-time"}}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/recordedAt",schemaPath:"#/$defs/utc/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expires !== undefined){
const _errs14 = errors;
if(!(validate25(data.expires, {instancePath:instancePath+"/expires",parentData:data,parentDataProperty:"expires",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tool !== undefined){
let data8 = data.tool;
const _errs15 = errors;
const _errs16 = errors;
if(errors === _errs16){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if(((data8.name === undefined) && (missing1 = "name")) || ((data8.version === undefined) && (missing1 = "version"))){
validate24.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/$defs/tool/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data8.name !== undefined){
const _errs18 = errors;
if(typeof data8.name !== "string"){
validate24.errors = [{instancePath:instancePath+"/tool/name",schemaPath:"#/$defs/tool/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs18 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data8.version !== undefined){
const _errs20 = errors;
if(typeof data8.version !== "string"){
validate24.errors = [{instancePath:instancePath+"/tool/version",schemaPath:"#/$defs/tool/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs20 === errors;
}
else {
var valid6 = true;
}
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/$defs/tool/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.redactor !== undefined){
let data11 = data.redactor;
const _errs22 = errors;
const _errs23 = errors;
if(errors === _errs23){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing2;
if(((data11.version === undefined) && (missing2 = "version")) || ((data11.rules === undefined) && (missing2 = "rules"))){
validate24.errors = [{instancePath:instancePath+"/redactor",schemaPath:"#/$defs/redactor/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data11.version !== undefined){
let data12 = data11.version;
const _errs25 = errors;
if(!((typeof data12 == "number") && (isFinite(data12)))){
validate24.errors = [{instancePath:instancePath+"/redactor/version",schemaPath:"#/$defs/redactor/properties/version/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid8 = _errs25 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.rules !== undefined){
const _errs27 = errors;
if(typeof data11.rules !== "string"){
validate24.errors = [{instancePath:instancePath+"/redactor/rules",schemaPath:"#/$defs/redactor/properties/rules/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid8 = _errs27 === errors;
}
else {
var valid8 = true;
}
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/redactor",schemaPath:"#/$defs/redactor/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.leaks !== undefined){
let data14 = data.leaks;
const _errs29 = errors;
if(errors === _errs29){
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
let missing3;
if((data14.verdict === undefined) && (missing3 = "verdict")){
validate24.errors = [{instancePath:instancePath+"/leaks",schemaPath:"#/properties/leaks/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data14.verdict !== undefined){
if("none found" !== data14.verdict){
validate24.errors = [{instancePath:instancePath+"/leaks/verdict",schemaPath:"#/properties/leaks/properties/verdict/const",keyword:"const",params:{allowedValue: "none found"}}];
return false;
}
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/leaks",schemaPath:"#/properties/leaks/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.states !== undefined){
let data16 = data.states;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data16)){
var valid10 = true;
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
const _errs34 = errors;
const _errs35 = errors;
if(errors === _errs35){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing4;
if(((((data17.before === undefined) && (missing4 = "before")) || ((data17.name === undefined) && (missing4 = "name"))) || ((data17.params === undefined) && (missing4 = "params"))) || ((data17.values === undefined) && (missing4 = "values"))){
validate24.errors = [{instancePath:instancePath+"/states/" + i1,schemaPath:"#/$defs/state/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
if(data17.before !== undefined){
let data18 = data17.before;
const _errs37 = errors;
if(!((typeof data18 == "number") && (isFinite(data18)))){
validate24.errors = [{instancePath:instancePath+"/states/" + i1+"/before",schemaPath:"#/$defs/state/properties/before/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid12 = _errs37 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data17.name !== undefined){
let data19 = data17.name;
const _errs39 = errors;
if(!((((((((((((((data19 === "everything is as seeded") || (data19 === "a district with {students} students")) || (data19 === "the bucket has {remaining} left")) || (data19 === "the next answers are {script}")) || (data19 === "the record {id} is deleted")) || (data19 === "the record {id} is unshared")) || (data19 === "a record is created in {collection}")) || (data19 === "the collection {collection} has ended")) || (data19 === "a token with {scopes}")) || (data19 === "a token of the user {id}")) || (data19 === "a token of another district")) || (data19 === "an assignment exists")) || (data19 === "the LMS requires {field}")) || (data19 === "the clock moves {seconds}"))){
validate24.errors = [{instancePath:instancePath+"/states/" + i1+"/name",schemaPath:"#/$defs/state/properties/name/enum",keyword:"enum",params:{allowedValues: schema45.properties.name.enum}}];
return false;
}
var valid12 = _errs39 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data17.params !== undefined){
let data20 = data17.params;
const _errs40 = errors;
if(!(data20 && typeof data20 == "object" && !Array.isArray(data20))){
validate24.errors = [{instancePath:instancePath+"/states/" + i1+"/params",schemaPath:"#/$defs/state/properties/params/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid12 = _errs40 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data17.values !== undefined){
let data21 = data17.values;
const _errs42 = errors;
if(!(data21 && typeof data21 == "object" && !Array.isArray(data21))){
validate24.errors = [{instancePath:instancePath+"/states/" + i1+"/values",schemaPath:"#/$defs/state/properties/values/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid12 = _errs42 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data17.refused !== undefined){
const _errs44 = errors;
if(true !== data17.refused){
validate24.errors = [{instancePath:instancePath+"/states/" + i1+"/refused",schemaPath:"#/$defs/state/properties/refused/const",keyword:"const",params:{allowedValue: true}}];
return false;
}
var valid12 = _errs44 === errors;
}
else {
var valid12 = true;
}
}
}
}
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/states/" + i1,schemaPath:"#/$defs/state/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid10 = _errs34 === errors;
if(!valid10){
break;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/states",schemaPath:"#/properties/states/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
let data23 = data.digest;
const _errs45 = errors;
const _errs46 = errors;
if(errors === _errs46){
if(typeof data23 === "string"){
if(!pattern6.test(data23)){
validate24.errors = [{instancePath:instancePath+"/digest",schemaPath:"#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}}];
return false;
}
}
else {
validate24.errors = [{instancePath:instancePath+"/digest",schemaPath:"#/$defs/sha256/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs45 === errors;
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
validate24.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":{"format":true,"formatVersion":true,"probe":true,"subject":true,"apis":true,"recordedAt":true,"expires":true,"tool":true,"redactor":true,"leaks":true,"states":true,"digest":true},"dynamicProps":false,"dynamicItems":false};


function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate33.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
validate33.errors = [{instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
const len0 = data.length;
if(len0 > 0){
let data0 = data[0];
const _errs1 = errors;
if(!(validate22(data0, {instancePath:instancePath+"/0",parentData:data,parentDataProperty:0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if((data0.recording === undefined) && (missing0 = "recording")){
validate33.errors = [{instancePath:instancePath+"/0",schemaPath:"#/prefixItems/0/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data0.recording !== undefined){
if(!(validate24(data0.recording, {instancePath:instancePath+"/0/recording",parentData:data0,parentDataProperty:"recording",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
}
}
var valid0 = _errs1 === errors;
}
if(valid0){
const len1 = data.length;
var valid3 = len1 <= 1;
if(!valid3){
for(let i0=1; i0<len1; i0++){
const _errs4 = errors;
if(!(validate22(data[i0], {instancePath:instancePath+"/" + i0,parentData:data,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid3 = _errs4 === errors;
if(!valid3){
break;
}
}
}
}
}
}
else {
validate33.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
validate33.errors = vErrors;
return errors === 0;
}
validate33.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

export const isIndex = validate37;
const schema47 = {"type":"object","required":["format","formatVersion","subject","apis","recordedAt","expires","tool","redactor","allows","hasOwnClock","tokens","probes","digest"],"properties":{"format":{"const":"clever-conformance/recordings"},"formatVersion":{"const":1},"subject":{"$ref":"#/$defs/subject"},"apis":{"$ref":"#/$defs/apis"},"recordedAt":{"$ref":"#/$defs/utc"},"expires":{"$ref":"#/$defs/expires"},"tool":{"$ref":"#/$defs/tool"},"redactor":{"$ref":"#/$defs/redactor"},"allows":{"$ref":"#/$defs/texts"},"hasOwnClock":{"type":"boolean"},"tokens":{"type":"object","required":["own"],"properties":{"own":{"type":"string"},"second":{"type":"string"},"user":{"type":"string"}}},"probes":{"type":"array","items":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"file":{"type":"string","pattern":"^[a-z][a-z0-9-]*/[a-z0-9][a-z0-9.-]*\\.json$"},"sha256":{"$ref":"#/$defs/sha256"},"states":{"type":"array","items":{"$ref":"#/$defs/state"}}},"if":{"required":["file"]},"then":{"required":["sha256"]},"else":{"required":["states"]}}},"digest":{"$ref":"#/$defs/sha256"}}};
const pattern7 = new RegExp("^[a-z][a-z0-9-]*/[a-z0-9][a-z0-9.-]*\\.json$", "u");

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate37.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((data.format === undefined) && (missing0 = "format")) || ((data.formatVersion === undefined) && (missing0 = "formatVersion"))) || ((data.subject === undefined) && (missing0 = "subject"))) || ((data.apis === undefined) && (missing0 = "apis"))) || ((data.recordedAt === undefined) && (missing0 = "recordedAt"))) || ((data.expires === undefined) && (missing0 = "expires"))) || ((data.tool === undefined) && (missing0 = "tool"))) || ((data.redactor === undefined) && (missing0 = "redactor"))) || ((data.allows === undefined) && (missing0 = "allows"))) || ((data.hasOwnClock === undefined) && (missing0 = "hasOwnClock"))) || ((data.tokens === undefined) && (missing0 = "tokens"))) || ((data.probes === undefined) && (missing0 = "probes"))) || ((data.digest === undefined) && (missing0 = "digest"))){
validate37.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.format !== undefined){
const _errs1 = errors;
if("clever-conformance/recordings" !== data.format){
validate37.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "clever-conformance/recordings"}}];
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
validate37.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"#/properties/formatVersion/const",keyword:"const",params:{allowedValue: 1}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.subject !== undefined){
let data2 = data.subject;
const _errs3 = errors;
if(!(((data2 === "sandbox") || (data2 === "live")) || (data2 === "har"))){
validate37.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/$defs/subject/enum",keyword:"enum",params:{allowedValues: schema38.enum}}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.apis !== undefined){
let data3 = data.apis;
const _errs5 = errors;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data3)){
var valid3 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs8 = errors;
if(!(((((data4 === "data-v2.0") || (data4 === "lms-v3.1")) || (data4 === "data-v3.0")) || (data4 === "data-v3.1")) || (data4 === "data-v2.1"))){
validate37.errors = [{instancePath:instancePath+"/apis/" + i0,schemaPath:"#/$defs/apis/items/enum",keyword:"enum",params:{allowedValues: schema39.items.enum}}];
return false;
}
var valid3 = _errs8 === errors;
if(!valid3){
break;
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/apis",schemaPath:"#/$defs/apis/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordedAt !== undefined){
let data5 = data.recordedAt;
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(errors === _errs10){
if(typeof data5 === "string"){
if(!(formats0.test(data5))){
validate37.errors = [{instancePath:instancePath+"/recordedAt",schemaPath:"#/$defs/utc/format",keyword:"format",params:{format: "date-time"}}];
return false;
}
}
else {
validate37.errors = [{instancePath:instancePath+"/recordedAt",schemaPath:"#/$defs/utc/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expires !== undefined){
const _errs12 = errors;
if(!(validate25(data.expires, {instancePath:instancePath+"/expires",parentData:data,parentDataProperty:"expires",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tool !== undefined){
let data7 = data.tool;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((data7.name === undefined) && (missing1 = "name")) || ((data7.version === undefined) && (missing1 = "version"))){
validate37.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/$defs/tool/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data7.name !== undefined){
const _errs16 = errors;
if(typeof data7.name !== "string"){
validate37.errors = [{instancePath:instancePath+"/tool/name",schemaPath:"#/$defs/tool/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs16 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data7.version !== undefined){
const _errs18 = errors;
if(typeof data7.version !== "string"){
validate37.errors = [{instancePath:instancePath+"/tool/version",schemaPath:"#/$defs/tool/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs18 === errors;
}
else {
var valid6 = true;
}
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/$defs/tool/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.redactor !== undefined){
let data10 = data.redactor;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if(((data10.version === undefined) && (missing2 = "version")) || ((data10.rules === undefined) && (missing2 = "rules"))){
validate37.errors = [{instancePath:instancePath+"/redactor",schemaPath:"#/$defs/redactor/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data10.version !== undefined){
let data11 = data10.version;
const _errs23 = errors;
if(!((typeof data11 == "number") && (isFinite(data11)))){
validate37.errors = [{instancePath:instancePath+"/redactor/version",schemaPath:"#/$defs/redactor/properties/version/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid8 = _errs23 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data10.rules !== undefined){
const _errs25 = errors;
if(typeof data10.rules !== "string"){
validate37.errors = [{instancePath:instancePath+"/redactor/rules",schemaPath:"#/$defs/redactor/properties/rules/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid8 = _errs25 === errors;
}
else {
var valid8 = true;
}
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/redactor",schemaPath:"#/$defs/redactor/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.allows !== undefined){
let data13 = data.allows;
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(Array.isArray(data13)){
var valid10 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
const _errs30 = errors;
if(typeof data13[i1] !== "string"){
validate37.errors = [{instancePath:instancePath+"/allows/" + i1,schemaPath:"#/$defs/texts/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid10 = _errs30 === errors;
if(!valid10){
break;
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/allows",schemaPath:"#/$defs/texts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hasOwnClock !== undefined){
const _errs32 = errors;
if(typeof data.hasOwnClock !== "boolean"){
validate37.errors = [{instancePath:instancePath+"/hasOwnClock",schemaPath:"#/properties/hasOwnClock/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tokens !== undefined){
let data16 = data.tokens;
const _errs34 = errors;
if(errors === _errs34){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing3;
if((data16.own === undefined) && (missing3 = "own")){
validate37.errors = [{instancePath:instancePath+"/tokens",schemaPath:"#/properties/tokens/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data16.own !== undefined){
const _errs36 = errors;
if(typeof data16.own !== "string"){
validate37.errors = [{instancePath:instancePath+"/tokens/own",schemaPath:"#/properties/tokens/properties/own/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs36 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data16.second !== undefined){
const _errs38 = errors;
if(typeof data16.second !== "string"){
validate37.errors = [{instancePath:instancePath+"/tokens/second",schemaPath:"#/properties/tokens/properties/second/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs38 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data16.user !== undefined){
const _errs40 = errors;
if(typeof data16.user !== "string"){
validate37.errors = [{instancePath:instancePath+"/tokens/user",schemaPath:"#/properties/tokens/properties/user/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid11 = _errs40 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/tokens",schemaPath:"#/properties/tokens/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.probes !== undefined){
let data20 = data.probes;
const _errs42 = errors;
if(errors === _errs42){
if(Array.isArray(data20)){
var valid12 = true;
const len2 = data20.length;
for(let i2=0; i2<len2; i2++){
let data21 = data20[i2];
const _errs44 = errors;
const _errs46 = errors;
let valid13 = true;
const _errs47 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing4;
if((data21.file === undefined) && (missing4 = "file")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs47 === errors;
errors = _errs46;
if(vErrors !== null){
if(_errs46){
vErrors.length = _errs46;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs48 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing5;
if((data21.sha256 === undefined) && (missing5 = "sha256")){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2,schemaPath:"#/properties/probes/items/then/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
}
var _valid0 = _errs48 === errors;
valid13 = _valid0;
ifClause0 = "then";
}
else {
const _errs49 = errors;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing6;
if((data21.states === undefined) && (missing6 = "states")){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2,schemaPath:"#/properties/probes/items/else/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
}
var _valid0 = _errs49 === errors;
valid13 = _valid0;
ifClause0 = "else";
}
if(!valid13){
const err1 = {instancePath:instancePath+"/probes/" + i2,schemaPath:"#/properties/probes/items/if",keyword:"if",params:{failingKeyword: ifClause0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate37.errors = vErrors;
return false;
}
if(errors === _errs44){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing7;
if((data21.name === undefined) && (missing7 = "name")){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2,schemaPath:"#/properties/probes/items/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
if(data21.name !== undefined){
const _errs50 = errors;
if(typeof data21.name !== "string"){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/name",schemaPath:"#/properties/probes/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid14 = _errs50 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data21.file !== undefined){
let data23 = data21.file;
const _errs52 = errors;
if(errors === _errs52){
if(typeof data23 === "string"){
if(!pattern7.test(data23)){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/file",schemaPath:"#/properties/probes/items/properties/file/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]*/[a-z0-9][a-z0-9.-]*\\.json$"}}];
return false;
}
}
else {
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/file",schemaPath:"#/properties/probes/items/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid14 = _errs52 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data21.sha256 !== undefined){
let data24 = data21.sha256;
const _errs54 = errors;
const _errs55 = errors;
if(errors === _errs55){
if(typeof data24 === "string"){
if(!pattern6.test(data24)){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/sha256",schemaPath:"#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}}];
return false;
}
}
else {
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/sha256",schemaPath:"#/$defs/sha256/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid14 = _errs54 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data21.states !== undefined){
let data25 = data21.states;
const _errs57 = errors;
if(errors === _errs57){
if(Array.isArray(data25)){
var valid16 = true;
const len3 = data25.length;
for(let i3=0; i3<len3; i3++){
let data26 = data25[i3];
const _errs59 = errors;
const _errs60 = errors;
if(errors === _errs60){
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
let missing8;
if(((((data26.before === undefined) && (missing8 = "before")) || ((data26.name === undefined) && (missing8 = "name"))) || ((data26.params === undefined) && (missing8 = "params"))) || ((data26.values === undefined) && (missing8 = "values"))){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/states/" + i3,schemaPath:"#/$defs/state/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
if(data26.before !== undefined){
let data27 = data26.before;
const _errs62 = errors;
if(!((typeof data27 == "number") && (isFinite(data27)))){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/states/" + i3+"/before",schemaPath:"#/$defs/state/properties/before/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid18 = _errs62 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data26.name !== undefined){
let data28 = data26.name;
const _errs64 = errors;
if(!((((((((((((((data28 === "everything is as seeded") || (data28 === "a district with {students} students")) || (data28 === "the bucket has {remaining} left")) || (data28 === "the next answers are {script}")) || (data28 === "the record {id} is deleted")) || (data28 === "the record {id} is unshared")) || (data28 === "a record is created in {collection}")) || (data28 === "the collection {collection} has ended")) || (data28 === "a token with {scopes}")) || (data28 === "a token of the user {id}")) || (data28 === "a token of another district")) || (data28 === "an assignment exists")) || (data28 === "the LMS requires {field}")) || (data28 === "the clock moves {seconds}"))){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/states/" + i3+"/name",schemaPath:"#/$defs/state/properties/name/enum",keyword:"enum",params:{allowedValues: schema45.properties.name.enum}}];
return false;
}
var valid18 = _errs64 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data26.params !== undefined){
let data29 = data26.params;
const _errs65 = errors;
if(!(data29 && typeof data29 == "object" && !Array.isArray(data29))){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/states/" + i3+"/params",schemaPath:"#/$defs/state/properties/params/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid18 = _errs65 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data26.values !== undefined){
let data30 = data26.values;
const _errs67 = errors;
if(!(data30 && typeof data30 == "object" && !Array.isArray(data30))){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/states/" + i3+"/values",schemaPath:"#/$defs/state/properties/values/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid18 = _errs67 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data26.refused !== undefined){
const _errs69 = errors;
if(true !== data26.refused){
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/states/" + i3+"/refused",schemaPath:"#/$defs/state/properties/refused/const",keyword:"const",params:{allowedValue: true}}];
return false;
}
var valid18 = _errs69 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/states/" + i3,schemaPath:"#/$defs/state/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid16 = _errs59 === errors;
if(!valid16){
break;
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/probes/" + i2+"/states",schemaPath:"#/properties/probes/items/properties/states/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid14 = _errs57 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/probes/" + i2,schemaPath:"#/properties/probes/items/type",keyword:"type",params:{type: "object"}}];
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
validate37.errors = [{instancePath:instancePath+"/probes",schemaPath:"#/properties/probes/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
let data32 = data.digest;
const _errs70 = errors;
const _errs71 = errors;
if(errors === _errs71){
if(typeof data32 === "string"){
if(!pattern6.test(data32)){
validate37.errors = [{instancePath:instancePath+"/digest",schemaPath:"#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}}];
return false;
}
}
else {
validate37.errors = [{instancePath:instancePath+"/digest",schemaPath:"#/$defs/sha256/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs70 === errors;
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
validate37.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate37.errors = vErrors;
return errors === 0;
}
validate37.evaluated = {"props":{"format":true,"formatVersion":true,"subject":true,"apis":true,"recordedAt":true,"expires":true,"tool":true,"redactor":true,"allows":true,"hasOwnClock":true,"tokens":true,"probes":true,"digest":true},"dynamicProps":false,"dynamicItems":false};
