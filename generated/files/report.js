// Written by npm run generate out of docs/*.schema.json. Do not edit.
export const isReport = validate20;
const schema31 = {"type":"object","required":["format","formatVersion","tool","catalogue","side","subject","environment","seed","startedAt","durationMs","verdict","failOn","counts","requirements","doubts","baseline","evidence"],"properties":{"format":{"const":"clever-conformance/report"},"formatVersion":{"const":1},"tool":{"type":"object","required":["name","version"],"properties":{"name":{"type":"string"},"version":{"type":"string"}}},"catalogue":{"type":"object","required":["version","digest"],"properties":{"version":{"type":"string"},"digest":{"$ref":"#/$defs/sha256"}}},"side":{"$ref":"#/$defs/side"},"subject":{"type":"object","required":["kind","name"],"properties":{"kind":{"enum":["sandbox","replay","live","command","module","har"]},"name":{"type":"string"}}},"about":{"type":"object","properties":{"name":{"type":"string"},"version":{"type":"string"},"commit":{"type":"string"},"link":{"type":"string"}}},"environment":{"type":"object","additionalProperties":{"type":["string","number","boolean"]}},"seed":{"type":"integer"},"startedAt":{"type":"string","format":"date-time"},"durationMs":{"type":"number","minimum":0},"verdict":{"enum":["conforming","non-conforming","inconclusive"]},"inconclusive":{"type":"string"},"shard":{"type":"object","required":["index","of"],"properties":{"index":{"type":"integer","minimum":1},"of":{"type":"integer","minimum":1}}},"failOn":{"type":"array","items":{"type":"string","enum":["recommended","untested","extra"]},"uniqueItems":true},"counts":{"type":"object","required":["passed","failed","cantTell","inapplicable","untested","warnings"],"properties":{"passed":{"$ref":"#/$defs/count"},"failed":{"$ref":"#/$defs/count"},"cantTell":{"$ref":"#/$defs/count"},"inapplicable":{"$ref":"#/$defs/count"},"untested":{"$ref":"#/$defs/count"},"warnings":{"$ref":"#/$defs/count"}}},"coverage":{"type":"object","required":["required","passed","failed","cantTell","untested","apis"],"properties":{"required":{"$ref":"#/$defs/count"},"passed":{"$ref":"#/$defs/count"},"failed":{"$ref":"#/$defs/count"},"cantTell":{"$ref":"#/$defs/count"},"untested":{"$ref":"#/$defs/count"},"apis":{"type":"array","items":{"type":"object","required":["name","required","passed","failed","cantTell","untested"],"properties":{"name":{"type":"string"},"required":{"$ref":"#/$defs/count"},"passed":{"$ref":"#/$defs/count"},"failed":{"$ref":"#/$defs/count"},"cantTell":{"$ref":"#/$defs/count"},"untested":{"$ref":"#/$defs/count"}}}}}},"requirements":{"type":"array","items":{"$ref":"#/$defs/requirement"}},"extra":{"type":"array","items":{"type":"object","required":["id","claim","outcome","cases","findings"],"properties":{"id":{"type":"string","pattern":"^x-[a-z0-9-]+/[a-z0-9-]+$"},"claim":{"type":"string"},"outcome":{"$ref":"#/$defs/outcome"},"why":{"$ref":"#/$defs/requirement/properties/why"},"cases":{"$ref":"#/$defs/requirement/properties/cases"},"findings":{"$ref":"#/$defs/requirement/properties/findings"},"truncated":{"$ref":"#/$defs/requirement/properties/truncated"}}}},"doubts":{"type":"array","items":{"type":"object","required":["id","title","positions","judgedAs"],"properties":{"id":{"type":"string"},"title":{"type":"string"},"positions":{"type":"array","items":{"type":"object","required":["source","says"],"properties":{"source":{"enum":["OV","ERR","SPEC","WIRE","OWN"]},"says":{"type":"string"}}}},"judgedAs":{"type":"string"}}}},"budget":{"type":"object","required":["share","advertised","requests","busiestWindow","unpaced"],"properties":{"share":{"type":"number","minimum":0,"maximum":1},"advertised":{"$ref":"#/$defs/count"},"requests":{"$ref":"#/$defs/count"},"busiestWindow":{"$ref":"#/$defs/count"},"unpaced":{"$ref":"#/$defs/count"},"windows":{"type":"array","items":{"type":"object","required":["startMs","endMs","requests"],"properties":{"startMs":{"type":"number"},"endMs":{"type":"number"},"requests":{"$ref":"#/$defs/count"}}}}}},"baseline":{"type":"array","items":{"type":"object","required":["id","reason","expires","state"],"properties":{"id":{"type":"string"},"case":{"type":"string"},"reason":{"type":"string"},"owner":{"type":"string"},"link":{"type":"string"},"expires":{"type":"string"},"state":{"enum":["holds","stale","expired","refused"]},"why":{"type":"string"}}}},"outputs":{"type":"object","additionalProperties":{"type":"object","required":["ending","lines"],"properties":{"ending":{"type":"string"},"lines":{"type":"array","items":{"type":"string"}}}}},"withheld":{"type":"array","items":{"type":"object","required":["field","place","count","found","from"],"properties":{"field":{"type":"string"},"place":{"type":"string"},"count":{"type":"integer","minimum":1},"found":{"enum":["plain","escaped","base64","hex","named","series"]},"from":{"type":"string"}}}},"evidence":{"type":"object","required":["file","sha256"],"properties":{"file":{"type":"string"},"sha256":{"$ref":"#/$defs/sha256"}}}},"allOf":[{}],"$defs":{"sha256":{"type":"string","pattern":"^[0-9a-f]{64}$"},"count":{"type":"integer","minimum":0},"side":{"enum":["server","client"]},"outcome":{"enum":["passed","failed","cantTell","inapplicable","untested"]},"requirement":{"type":"object","required":["id","binds","level","outcome","cases","findings"],"properties":{"id":{"type":"string","pattern":"^[a-z-]+/[a-z0-9.-]+$"},"binds":{"$ref":"#/$defs/side"},"level":{"enum":["required","recommended","observed"]},"outcome":{"$ref":"#/$defs/outcome"},"why":{"type":"string"},"notSelected":{"const":true},"cases":{"type":"array","items":{"type":"object","required":["name","outcome"],"properties":{"name":{"type":"string"},"outcome":{"$ref":"#/$defs/outcome"},"why":{"type":"string"},"reason":{"type":"string"},"notes":{"type":"array","items":{"type":"string"}}}}},"findings":{"type":"array","items":{"type":"object","required":["case","message","expected","actual"],"properties":{"case":{"type":"string"},"message":{"type":"string"},"expected":{"type":"string"},"actual":{"type":"string"},"exchange":{"type":"integer","minimum":0}}}},"truncated":{"type":"object","required":["cases","findings"],"properties":{"cases":{"$ref":"#/$defs/count"},"findings":{"$ref":"#/$defs/count"}}},"killedMutants":{"$ref":"#/$defs/count"}},"allOf":[{},{}]}}};
const schema32 = {"type":"string","pattern":"^[0-9a-f]{64}$"};
const schema33 = {"enum":["server","client"]};
const schema34 = {"type":"integer","minimum":0};
const schema52 = {"enum":["passed","failed","cantTell","inapplicable","untested"]};
const schema58 = {"type":"string"};
const schema61 = {"type":"array","items":{"type":"object","required":["case","message","expected","actual"],"properties":{"case":{"type":"string"},"message":{"type":"string"},"expected":{"type":"string"},"actual":{"type":"string"},"exchange":{"type":"integer","minimum":0}}}};
const pattern4 = new RegExp("^[0-9a-f]{64}$", "u");
const pattern6 = new RegExp("^x-[a-z0-9-]+/[a-z0-9-]+$", "u");
const formats0 = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?Z$/;
const schema50 = {"type":"object","required":["id","binds","level","outcome","cases","findings"],"properties":{"id":{"type":"string","pattern":"^[a-z-]+/[a-z0-9.-]+$"},"binds":{"$ref":"#/$defs/side"},"level":{"enum":["required","recommended","observed"]},"outcome":{"$ref":"#/$defs/outcome"},"why":{"type":"string"},"notSelected":{"const":true},"cases":{"type":"array","items":{"type":"object","required":["name","outcome"],"properties":{"name":{"type":"string"},"outcome":{"$ref":"#/$defs/outcome"},"why":{"type":"string"},"reason":{"type":"string"},"notes":{"type":"array","items":{"type":"string"}}}}},"findings":{"type":"array","items":{"type":"object","required":["case","message","expected","actual"],"properties":{"case":{"type":"string"},"message":{"type":"string"},"expected":{"type":"string"},"actual":{"type":"string"},"exchange":{"type":"integer","minimum":0}}}},"truncated":{"type":"object","required":["cases","findings"],"properties":{"cases":{"$ref":"#/$defs/count"},"findings":{"$ref":"#/$defs/count"}}},"killedMutants":{"$ref":"#/$defs/count"}},"allOf":[{},{}]};
const pattern5 = new RegExp("^[a-z-]+/[a-z0-9.-]+$", "u");

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
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.id === undefined) && (missing0 = "id")) || ((data.binds === undefined) && (missing0 = "binds"))) || ((data.level === undefined) && (missing0 = "level"))) || ((data.outcome === undefined) && (missing0 = "outcome"))) || ((data.cases === undefined) && (missing0 = "cases"))) || ((data.findings === undefined) && (missing0 = "findings"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.id !== undefined){
let data0 = data.id;
const _errs1 = errors;
if(errors === _errs1){
if(typeof data0 === "string"){
if(!pattern5.test(data0)){
validate21.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/pattern",keyword:"pattern",params:{pattern: "^[a-z-]+/[a-z0-9.-]+$"}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid1 = _errs1 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.binds !== undefined){
let data1 = data.binds;
const _errs3 = errors;
if(!((data1 === "server") || (data1 === "client"))){
validate21.errors = [{instancePath:instancePath+"/binds",schemaPath:"#/$defs/side/enum",keyword:"enum",params:{allowedValues: schema33.enum}}];
return false;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.level !== undefined){
let data2 = data.level;
const _errs5 = errors;
if(!(((data2 === "required") || (data2 === "recommended")) || (data2 === "observed"))){
validate21.errors = [{instancePath:instancePath+"/level",schemaPath:"#/properties/level/enum",keyword:"enum",params:{allowedValues: schema50.properties.level.enum}}];
return false;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.outcome !== undefined){
let data3 = data.outcome;
const _errs6 = errors;
if(!(((((data3 === "passed") || (data3 === "failed")) || (data3 === "cantTell")) || (data3 === "inapplicable")) || (data3 === "untested"))){
validate21.errors = [{instancePath:instancePath+"/outcome",schemaPath:"#/$defs/outcome/enum",keyword:"enum",params:{allowedValues: schema52.enum}}];
return false;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.why !== undefined){
const _errs8 = errors;
if(typeof data.why !== "string"){
validate21.errors = [{instancePath:instancePath+"/why",schemaPath:"#/properties/why/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.notSelected !== undefined){
const _errs10 = errors;
if(true !== data.notSelected){
validate21.errors = [{instancePath:instancePath+"/notSelected",schemaPath:"#/properties/notSelected/const",keyword:"const",params:{allowedValue: true}}];
return false;
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.cases !== undefined){
let data6 = data.cases;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data6)){
var valid4 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
const _errs13 = errors;
if(errors === _errs13){
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
let missing1;
if(((data7.name === undefined) && (missing1 = "name")) || ((data7.outcome === undefined) && (missing1 = "outcome"))){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data7.name !== undefined){
const _errs15 = errors;
if(typeof data7.name !== "string"){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/name",schemaPath:"#/properties/cases/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.outcome !== undefined){
let data9 = data7.outcome;
const _errs17 = errors;
if(!(((((data9 === "passed") || (data9 === "failed")) || (data9 === "cantTell")) || (data9 === "inapplicable")) || (data9 === "untested"))){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/outcome",schemaPath:"#/$defs/outcome/enum",keyword:"enum",params:{allowedValues: schema52.enum}}];
return false;
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.why !== undefined){
const _errs19 = errors;
if(typeof data7.why !== "string"){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/why",schemaPath:"#/properties/cases/items/properties/why/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.reason !== undefined){
const _errs21 = errors;
if(typeof data7.reason !== "string"){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/reason",schemaPath:"#/properties/cases/items/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data7.notes !== undefined){
let data12 = data7.notes;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data12)){
var valid7 = true;
const len1 = data12.length;
for(let i1=0; i1<len1; i1++){
const _errs25 = errors;
if(typeof data12[i1] !== "string"){
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/notes/" + i1,schemaPath:"#/properties/cases/items/properties/notes/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs25 === errors;
if(!valid7){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/cases/" + i0+"/notes",schemaPath:"#/properties/cases/items/properties/notes/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid5 = _errs23 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/cases/" + i0,schemaPath:"#/properties/cases/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.findings !== undefined){
let data14 = data.findings;
const _errs27 = errors;
if(errors === _errs27){
if(Array.isArray(data14)){
var valid8 = true;
const len2 = data14.length;
for(let i2=0; i2<len2; i2++){
let data15 = data14[i2];
const _errs29 = errors;
if(errors === _errs29){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing2;
if(((((data15.case === undefined) && (missing2 = "case")) || ((data15.message === undefined) && (missing2 = "message"))) || ((data15.expected === undefined) && (missing2 = "expected"))) || ((data15.actual === undefined) && (missing2 = "actual"))){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2,schemaPath:"#/properties/findings/items/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data15.case !== undefined){
const _errs31 = errors;
if(typeof data15.case !== "string"){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/case",schemaPath:"#/properties/findings/items/properties/case/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs31 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data15.message !== undefined){
const _errs33 = errors;
if(typeof data15.message !== "string"){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/message",schemaPath:"#/properties/findings/items/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs33 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data15.expected !== undefined){
const _errs35 = errors;
if(typeof data15.expected !== "string"){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/expected",schemaPath:"#/properties/findings/items/properties/expected/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs35 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data15.actual !== undefined){
const _errs37 = errors;
if(typeof data15.actual !== "string"){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/actual",schemaPath:"#/properties/findings/items/properties/actual/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid9 = _errs37 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data15.exchange !== undefined){
let data20 = data15.exchange;
const _errs39 = errors;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/exchange",schemaPath:"#/properties/findings/items/properties/exchange/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs39){
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 < 0 || isNaN(data20)){
validate21.errors = [{instancePath:instancePath+"/findings/" + i2+"/exchange",schemaPath:"#/properties/findings/items/properties/exchange/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid9 = _errs39 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/findings/" + i2,schemaPath:"#/properties/findings/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid8 = _errs29 === errors;
if(!valid8){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/findings",schemaPath:"#/properties/findings/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs27 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.truncated !== undefined){
let data21 = data.truncated;
const _errs41 = errors;
if(errors === _errs41){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing3;
if(((data21.cases === undefined) && (missing3 = "cases")) || ((data21.findings === undefined) && (missing3 = "findings"))){
validate21.errors = [{instancePath:instancePath+"/truncated",schemaPath:"#/properties/truncated/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data21.cases !== undefined){
let data22 = data21.cases;
const _errs43 = errors;
const _errs44 = errors;
if(!(((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22))) && (isFinite(data22)))){
validate21.errors = [{instancePath:instancePath+"/truncated/cases",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs44){
if((typeof data22 == "number") && (isFinite(data22))){
if(data22 < 0 || isNaN(data22)){
validate21.errors = [{instancePath:instancePath+"/truncated/cases",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid10 = _errs43 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data21.findings !== undefined){
let data23 = data21.findings;
const _errs46 = errors;
const _errs47 = errors;
if(!(((typeof data23 == "number") && (!(data23 % 1) && !isNaN(data23))) && (isFinite(data23)))){
validate21.errors = [{instancePath:instancePath+"/truncated/findings",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs47){
if((typeof data23 == "number") && (isFinite(data23))){
if(data23 < 0 || isNaN(data23)){
validate21.errors = [{instancePath:instancePath+"/truncated/findings",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid10 = _errs46 === errors;
}
else {
var valid10 = true;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/truncated",schemaPath:"#/properties/truncated/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs41 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.killedMutants !== undefined){
let data24 = data.killedMutants;
const _errs49 = errors;
const _errs50 = errors;
if(!(((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24))) && (isFinite(data24)))){
validate21.errors = [{instancePath:instancePath+"/killedMutants",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs50){
if((typeof data24 == "number") && (isFinite(data24))){
if(data24 < 0 || isNaN(data24)){
validate21.errors = [{instancePath:instancePath+"/killedMutants",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid1 = _errs49 === errors;
}
else {
var valid1 = true;
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
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":{"id":true,"binds":true,"level":true,"outcome":true,"why":true,"notSelected":true,"cases":true,"findings":true,"truncated":true,"killedMutants":true},"dynamicProps":false,"dynamicItems":false};

const schema59 = {"type":"array","items":{"type":"object","required":["name","outcome"],"properties":{"name":{"type":"string"},"outcome":{"$ref":"#/$defs/outcome"},"why":{"type":"string"},"reason":{"type":"string"},"notes":{"type":"array","items":{"type":"string"}}}}};

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
if(Array.isArray(data)){
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing0;
if(((data0.name === undefined) && (missing0 = "name")) || ((data0.outcome === undefined) && (missing0 = "outcome"))){
validate23.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data0.name !== undefined){
const _errs3 = errors;
if(typeof data0.name !== "string"){
validate23.errors = [{instancePath:instancePath+"/" + i0+"/name",schemaPath:"#/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.outcome !== undefined){
let data2 = data0.outcome;
const _errs5 = errors;
if(!(((((data2 === "passed") || (data2 === "failed")) || (data2 === "cantTell")) || (data2 === "inapplicable")) || (data2 === "untested"))){
validate23.errors = [{instancePath:instancePath+"/" + i0+"/outcome",schemaPath:"#/$defs/outcome/enum",keyword:"enum",params:{allowedValues: schema52.enum}}];
return false;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.why !== undefined){
const _errs7 = errors;
if(typeof data0.why !== "string"){
validate23.errors = [{instancePath:instancePath+"/" + i0+"/why",schemaPath:"#/items/properties/why/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.reason !== undefined){
const _errs9 = errors;
if(typeof data0.reason !== "string"){
validate23.errors = [{instancePath:instancePath+"/" + i0+"/reason",schemaPath:"#/items/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.notes !== undefined){
let data5 = data0.notes;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data5)){
var valid3 = true;
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
const _errs13 = errors;
if(typeof data5[i1] !== "string"){
validate23.errors = [{instancePath:instancePath+"/" + i0+"/notes/" + i1,schemaPath:"#/items/properties/notes/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid3 = _errs13 === errors;
if(!valid3){
break;
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/" + i0+"/notes",schemaPath:"#/items/properties/notes/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
validate23.errors = [{instancePath:instancePath+"/" + i0,schemaPath:"#/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
else {
validate23.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const schema62 = {"type":"object","required":["cases","findings"],"properties":{"cases":{"$ref":"#/$defs/count"},"findings":{"$ref":"#/$defs/count"}}};

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
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.cases === undefined) && (missing0 = "cases")) || ((data.findings === undefined) && (missing0 = "findings"))){
validate25.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.cases !== undefined){
let data0 = data.cases;
const _errs1 = errors;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate25.errors = [{instancePath:instancePath+"/cases",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs2){
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 < 0 || isNaN(data0)){
validate25.errors = [{instancePath:instancePath+"/cases",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.findings !== undefined){
let data1 = data.findings;
const _errs4 = errors;
const _errs5 = errors;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
validate25.errors = [{instancePath:instancePath+"/findings",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs5){
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 0 || isNaN(data1)){
validate25.errors = [{instancePath:instancePath+"/findings",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate25.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"props":{"cases":true,"findings":true},"dynamicProps":false,"dynamicItems":false};


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
if((((((((((((((((((data.format === undefined) && (missing0 = "format")) || ((data.formatVersion === undefined) && (missing0 = "formatVersion"))) || ((data.tool === undefined) && (missing0 = "tool"))) || ((data.catalogue === undefined) && (missing0 = "catalogue"))) || ((data.side === undefined) && (missing0 = "side"))) || ((data.subject === undefined) && (missing0 = "subject"))) || ((data.environment === undefined) && (missing0 = "environment"))) || ((data.seed === undefined) && (missing0 = "seed"))) || ((data.startedAt === undefined) && (missing0 = "startedAt"))) || ((data.durationMs === undefined) && (missing0 = "durationMs"))) || ((data.verdict === undefined) && (missing0 = "verdict"))) || ((data.failOn === undefined) && (missing0 = "failOn"))) || ((data.counts === undefined) && (missing0 = "counts"))) || ((data.requirements === undefined) && (missing0 = "requirements"))) || ((data.doubts === undefined) && (missing0 = "doubts"))) || ((data.baseline === undefined) && (missing0 = "baseline"))) || ((data.evidence === undefined) && (missing0 = "evidence"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
if(data.format !== undefined){
const _errs1 = errors;
if("clever-conformance/report" !== data.format){
validate20.errors = [{instancePath:instancePath+"/format",schemaPath:"#/properties/format/const",keyword:"const",params:{allowedValue: "clever-conformance/report"}}];
return false;
}
var valid1 = _errs1 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.formatVersion !== undefined){
const _errs2 = errors;
if(1 !== data.formatVersion){
validate20.errors = [{instancePath:instancePath+"/formatVersion",schemaPath:"#/properties/formatVersion/const",keyword:"const",params:{allowedValue: 1}}];
return false;
}
var valid1 = _errs2 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.tool !== undefined){
let data2 = data.tool;
const _errs3 = errors;
if(errors === _errs3){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((data2.name === undefined) && (missing1 = "name")) || ((data2.version === undefined) && (missing1 = "version"))){
validate20.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/required",keyword:"required",params:{missingProperty: missing1}}];
return false;
}
else {
if(data2.name !== undefined){
const _errs5 = errors;
if(typeof data2.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/tool/name",schemaPath:"#/properties/tool/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data2.version !== undefined){
const _errs7 = errors;
if(typeof data2.version !== "string"){
validate20.errors = [{instancePath:instancePath+"/tool/version",schemaPath:"#/properties/tool/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/tool",schemaPath:"#/properties/tool/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.catalogue !== undefined){
let data5 = data.catalogue;
const _errs9 = errors;
if(errors === _errs9){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if(((data5.version === undefined) && (missing2 = "version")) || ((data5.digest === undefined) && (missing2 = "digest"))){
validate20.errors = [{instancePath:instancePath+"/catalogue",schemaPath:"#/properties/catalogue/required",keyword:"required",params:{missingProperty: missing2}}];
return false;
}
else {
if(data5.version !== undefined){
const _errs11 = errors;
if(typeof data5.version !== "string"){
validate20.errors = [{instancePath:instancePath+"/catalogue/version",schemaPath:"#/properties/catalogue/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data5.digest !== undefined){
let data7 = data5.digest;
const _errs13 = errors;
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(!pattern4.test(data7)){
validate20.errors = [{instancePath:instancePath+"/catalogue/digest",schemaPath:"#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/catalogue/digest",schemaPath:"#/$defs/sha256/type",keyword:"type",params:{type: "string"}}];
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
else {
validate20.errors = [{instancePath:instancePath+"/catalogue",schemaPath:"#/properties/catalogue/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.side !== undefined){
let data8 = data.side;
const _errs16 = errors;
if(!((data8 === "server") || (data8 === "client"))){
validate20.errors = [{instancePath:instancePath+"/side",schemaPath:"#/$defs/side/enum",keyword:"enum",params:{allowedValues: schema33.enum}}];
return false;
}
var valid1 = _errs16 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.subject !== undefined){
let data9 = data.subject;
const _errs18 = errors;
if(errors === _errs18){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing3;
if(((data9.kind === undefined) && (missing3 = "kind")) || ((data9.name === undefined) && (missing3 = "name"))){
validate20.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/required",keyword:"required",params:{missingProperty: missing3}}];
return false;
}
else {
if(data9.kind !== undefined){
let data10 = data9.kind;
const _errs20 = errors;
if(!((((((data10 === "sandbox") || (data10 === "replay")) || (data10 === "live")) || (data10 === "command")) || (data10 === "module")) || (data10 === "har"))){
validate20.errors = [{instancePath:instancePath+"/subject/kind",schemaPath:"#/properties/subject/properties/kind/enum",keyword:"enum",params:{allowedValues: schema31.properties.subject.properties.kind.enum}}];
return false;
}
var valid6 = _errs20 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.name !== undefined){
const _errs21 = errors;
if(typeof data9.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/subject/name",schemaPath:"#/properties/subject/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid6 = _errs21 === errors;
}
else {
var valid6 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/subject",schemaPath:"#/properties/subject/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs18 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.about !== undefined){
let data12 = data.about;
const _errs23 = errors;
if(errors === _errs23){
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.name !== undefined){
const _errs25 = errors;
if(typeof data12.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/about/name",schemaPath:"#/properties/about/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs25 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data12.version !== undefined){
const _errs27 = errors;
if(typeof data12.version !== "string"){
validate20.errors = [{instancePath:instancePath+"/about/version",schemaPath:"#/properties/about/properties/version/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs27 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data12.commit !== undefined){
const _errs29 = errors;
if(typeof data12.commit !== "string"){
validate20.errors = [{instancePath:instancePath+"/about/commit",schemaPath:"#/properties/about/properties/commit/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs29 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data12.link !== undefined){
const _errs31 = errors;
if(typeof data12.link !== "string"){
validate20.errors = [{instancePath:instancePath+"/about/link",schemaPath:"#/properties/about/properties/link/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid7 = _errs31 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/about",schemaPath:"#/properties/about/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs23 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.environment !== undefined){
let data17 = data.environment;
const _errs33 = errors;
if(errors === _errs33){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key0 in data17){
let data18 = data17[key0];
const _errs36 = errors;
if(((typeof data18 !== "string") && (!((typeof data18 == "number") && (isFinite(data18))))) && (typeof data18 !== "boolean")){
validate20.errors = [{instancePath:instancePath+"/environment/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/environment/additionalProperties/type",keyword:"type",params:{type: schema31.properties.environment.additionalProperties.type}}];
return false;
}
var valid8 = _errs36 === errors;
if(!valid8){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs33 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.seed !== undefined){
let data19 = data.seed;
const _errs38 = errors;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
validate20.errors = [{instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"}}];
return false;
}
var valid1 = _errs38 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.startedAt !== undefined){
let data20 = data.startedAt;
const _errs40 = errors;
if(errors === _errs40){
if(errors === _errs40){
if(typeof data20 === "string"){
if(!(formats0.test(data20))){
validate20.errors = [{instancePath:instancePath+"/startedAt",schemaPath:"#/properties/startedAt/format",keyword:"format",params:{format: "date-time"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/startedAt",schemaPath:"#/properties/startedAt/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
}
var valid1 = _errs40 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.durationMs !== undefined){
let data21 = data.durationMs;
const _errs42 = errors;
if(errors === _errs42){
if((typeof data21 == "number") && (isFinite(data21))){
if(data21 < 0 || isNaN(data21)){
validate20.errors = [{instancePath:instancePath+"/durationMs",schemaPath:"#/properties/durationMs/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/durationMs",schemaPath:"#/properties/durationMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid1 = _errs42 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.verdict !== undefined){
let data22 = data.verdict;
const _errs44 = errors;
if(!(((data22 === "conforming") || (data22 === "non-conforming")) || (data22 === "inconclusive"))){
validate20.errors = [{instancePath:instancePath+"/verdict",schemaPath:"#/properties/verdict/enum",keyword:"enum",params:{allowedValues: schema31.properties.verdict.enum}}];
return false;
}
var valid1 = _errs44 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.inconclusive !== undefined){
const _errs45 = errors;
if(typeof data.inconclusive !== "string"){
validate20.errors = [{instancePath:instancePath+"/inconclusive",schemaPath:"#/properties/inconclusive/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid1 = _errs45 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.shard !== undefined){
let data24 = data.shard;
const _errs47 = errors;
if(errors === _errs47){
if(data24 && typeof data24 == "object" && !Array.isArray(data24)){
let missing4;
if(((data24.index === undefined) && (missing4 = "index")) || ((data24.of === undefined) && (missing4 = "of"))){
validate20.errors = [{instancePath:instancePath+"/shard",schemaPath:"#/properties/shard/required",keyword:"required",params:{missingProperty: missing4}}];
return false;
}
else {
if(data24.index !== undefined){
let data25 = data24.index;
const _errs49 = errors;
if(!(((typeof data25 == "number") && (!(data25 % 1) && !isNaN(data25))) && (isFinite(data25)))){
validate20.errors = [{instancePath:instancePath+"/shard/index",schemaPath:"#/properties/shard/properties/index/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs49){
if((typeof data25 == "number") && (isFinite(data25))){
if(data25 < 1 || isNaN(data25)){
validate20.errors = [{instancePath:instancePath+"/shard/index",schemaPath:"#/properties/shard/properties/index/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid9 = _errs49 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data24.of !== undefined){
let data26 = data24.of;
const _errs51 = errors;
if(!(((typeof data26 == "number") && (!(data26 % 1) && !isNaN(data26))) && (isFinite(data26)))){
validate20.errors = [{instancePath:instancePath+"/shard/of",schemaPath:"#/properties/shard/properties/of/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs51){
if((typeof data26 == "number") && (isFinite(data26))){
if(data26 < 1 || isNaN(data26)){
validate20.errors = [{instancePath:instancePath+"/shard/of",schemaPath:"#/properties/shard/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid9 = _errs51 === errors;
}
else {
var valid9 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/shard",schemaPath:"#/properties/shard/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs47 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.failOn !== undefined){
let data27 = data.failOn;
const _errs53 = errors;
if(errors === _errs53){
if(Array.isArray(data27)){
var valid10 = true;
const len0 = data27.length;
for(let i0=0; i0<len0; i0++){
let data28 = data27[i0];
const _errs55 = errors;
if(typeof data28 !== "string"){
validate20.errors = [{instancePath:instancePath+"/failOn/" + i0,schemaPath:"#/properties/failOn/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((data28 === "recommended") || (data28 === "untested")) || (data28 === "extra"))){
validate20.errors = [{instancePath:instancePath+"/failOn/" + i0,schemaPath:"#/properties/failOn/items/enum",keyword:"enum",params:{allowedValues: schema31.properties.failOn.items.enum}}];
return false;
}
var valid10 = _errs55 === errors;
if(!valid10){
break;
}
}
if(valid10){
let i1 = data27.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data27[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate20.errors = [{instancePath:instancePath+"/failOn",schemaPath:"#/properties/failOn/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/failOn",schemaPath:"#/properties/failOn/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs53 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.counts !== undefined){
let data29 = data.counts;
const _errs57 = errors;
if(errors === _errs57){
if(data29 && typeof data29 == "object" && !Array.isArray(data29)){
let missing5;
if(((((((data29.passed === undefined) && (missing5 = "passed")) || ((data29.failed === undefined) && (missing5 = "failed"))) || ((data29.cantTell === undefined) && (missing5 = "cantTell"))) || ((data29.inapplicable === undefined) && (missing5 = "inapplicable"))) || ((data29.untested === undefined) && (missing5 = "untested"))) || ((data29.warnings === undefined) && (missing5 = "warnings"))){
validate20.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: missing5}}];
return false;
}
else {
if(data29.passed !== undefined){
let data30 = data29.passed;
const _errs59 = errors;
const _errs60 = errors;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
validate20.errors = [{instancePath:instancePath+"/counts/passed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs60){
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 0 || isNaN(data30)){
validate20.errors = [{instancePath:instancePath+"/counts/passed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid12 = _errs59 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data29.failed !== undefined){
let data31 = data29.failed;
const _errs62 = errors;
const _errs63 = errors;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
validate20.errors = [{instancePath:instancePath+"/counts/failed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs63){
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 < 0 || isNaN(data31)){
validate20.errors = [{instancePath:instancePath+"/counts/failed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid12 = _errs62 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data29.cantTell !== undefined){
let data32 = data29.cantTell;
const _errs65 = errors;
const _errs66 = errors;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
validate20.errors = [{instancePath:instancePath+"/counts/cantTell",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs66){
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 0 || isNaN(data32)){
validate20.errors = [{instancePath:instancePath+"/counts/cantTell",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid12 = _errs65 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data29.inapplicable !== undefined){
let data33 = data29.inapplicable;
const _errs68 = errors;
const _errs69 = errors;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
validate20.errors = [{instancePath:instancePath+"/counts/inapplicable",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs69){
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 0 || isNaN(data33)){
validate20.errors = [{instancePath:instancePath+"/counts/inapplicable",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid12 = _errs68 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data29.untested !== undefined){
let data34 = data29.untested;
const _errs71 = errors;
const _errs72 = errors;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
validate20.errors = [{instancePath:instancePath+"/counts/untested",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs72){
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 0 || isNaN(data34)){
validate20.errors = [{instancePath:instancePath+"/counts/untested",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid12 = _errs71 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data29.warnings !== undefined){
let data35 = data29.warnings;
const _errs74 = errors;
const _errs75 = errors;
if(!(((typeof data35 == "number") && (!(data35 % 1) && !isNaN(data35))) && (isFinite(data35)))){
validate20.errors = [{instancePath:instancePath+"/counts/warnings",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs75){
if((typeof data35 == "number") && (isFinite(data35))){
if(data35 < 0 || isNaN(data35)){
validate20.errors = [{instancePath:instancePath+"/counts/warnings",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid12 = _errs74 === errors;
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
}
else {
validate20.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs57 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.coverage !== undefined){
let data36 = data.coverage;
const _errs77 = errors;
if(errors === _errs77){
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
let missing6;
if(((((((data36.required === undefined) && (missing6 = "required")) || ((data36.passed === undefined) && (missing6 = "passed"))) || ((data36.failed === undefined) && (missing6 = "failed"))) || ((data36.cantTell === undefined) && (missing6 = "cantTell"))) || ((data36.untested === undefined) && (missing6 = "untested"))) || ((data36.apis === undefined) && (missing6 = "apis"))){
validate20.errors = [{instancePath:instancePath+"/coverage",schemaPath:"#/properties/coverage/required",keyword:"required",params:{missingProperty: missing6}}];
return false;
}
else {
if(data36.required !== undefined){
let data37 = data36.required;
const _errs79 = errors;
const _errs80 = errors;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
validate20.errors = [{instancePath:instancePath+"/coverage/required",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs80){
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 < 0 || isNaN(data37)){
validate20.errors = [{instancePath:instancePath+"/coverage/required",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid19 = _errs79 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data36.passed !== undefined){
let data38 = data36.passed;
const _errs82 = errors;
const _errs83 = errors;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
validate20.errors = [{instancePath:instancePath+"/coverage/passed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs83){
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 < 0 || isNaN(data38)){
validate20.errors = [{instancePath:instancePath+"/coverage/passed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid19 = _errs82 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data36.failed !== undefined){
let data39 = data36.failed;
const _errs85 = errors;
const _errs86 = errors;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
validate20.errors = [{instancePath:instancePath+"/coverage/failed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs86){
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 < 0 || isNaN(data39)){
validate20.errors = [{instancePath:instancePath+"/coverage/failed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid19 = _errs85 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data36.cantTell !== undefined){
let data40 = data36.cantTell;
const _errs88 = errors;
const _errs89 = errors;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
validate20.errors = [{instancePath:instancePath+"/coverage/cantTell",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs89){
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 0 || isNaN(data40)){
validate20.errors = [{instancePath:instancePath+"/coverage/cantTell",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid19 = _errs88 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data36.untested !== undefined){
let data41 = data36.untested;
const _errs91 = errors;
const _errs92 = errors;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
validate20.errors = [{instancePath:instancePath+"/coverage/untested",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs92){
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 < 0 || isNaN(data41)){
validate20.errors = [{instancePath:instancePath+"/coverage/untested",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid19 = _errs91 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data36.apis !== undefined){
let data42 = data36.apis;
const _errs94 = errors;
if(errors === _errs94){
if(Array.isArray(data42)){
var valid25 = true;
const len1 = data42.length;
for(let i2=0; i2<len1; i2++){
let data43 = data42[i2];
const _errs96 = errors;
if(errors === _errs96){
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
let missing7;
if(((((((data43.name === undefined) && (missing7 = "name")) || ((data43.required === undefined) && (missing7 = "required"))) || ((data43.passed === undefined) && (missing7 = "passed"))) || ((data43.failed === undefined) && (missing7 = "failed"))) || ((data43.cantTell === undefined) && (missing7 = "cantTell"))) || ((data43.untested === undefined) && (missing7 = "untested"))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2,schemaPath:"#/properties/coverage/properties/apis/items/required",keyword:"required",params:{missingProperty: missing7}}];
return false;
}
else {
if(data43.name !== undefined){
const _errs98 = errors;
if(typeof data43.name !== "string"){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/name",schemaPath:"#/properties/coverage/properties/apis/items/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid26 = _errs98 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data43.required !== undefined){
let data45 = data43.required;
const _errs100 = errors;
const _errs101 = errors;
if(!(((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45))) && (isFinite(data45)))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/required",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs101){
if((typeof data45 == "number") && (isFinite(data45))){
if(data45 < 0 || isNaN(data45)){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/required",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid26 = _errs100 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data43.passed !== undefined){
let data46 = data43.passed;
const _errs103 = errors;
const _errs104 = errors;
if(!(((typeof data46 == "number") && (!(data46 % 1) && !isNaN(data46))) && (isFinite(data46)))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/passed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs104){
if((typeof data46 == "number") && (isFinite(data46))){
if(data46 < 0 || isNaN(data46)){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/passed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid26 = _errs103 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data43.failed !== undefined){
let data47 = data43.failed;
const _errs106 = errors;
const _errs107 = errors;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/failed",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs107){
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 < 0 || isNaN(data47)){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/failed",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid26 = _errs106 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data43.cantTell !== undefined){
let data48 = data43.cantTell;
const _errs109 = errors;
const _errs110 = errors;
if(!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/cantTell",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs110){
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 < 0 || isNaN(data48)){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/cantTell",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid26 = _errs109 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data43.untested !== undefined){
let data49 = data43.untested;
const _errs112 = errors;
const _errs113 = errors;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/untested",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs113){
if((typeof data49 == "number") && (isFinite(data49))){
if(data49 < 0 || isNaN(data49)){
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2+"/untested",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid26 = _errs112 === errors;
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
}
else {
validate20.errors = [{instancePath:instancePath+"/coverage/apis/" + i2,schemaPath:"#/properties/coverage/properties/apis/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid25 = _errs96 === errors;
if(!valid25){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/coverage/apis",schemaPath:"#/properties/coverage/properties/apis/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid19 = _errs94 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/coverage",schemaPath:"#/properties/coverage/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs77 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.requirements !== undefined){
let data50 = data.requirements;
const _errs115 = errors;
if(errors === _errs115){
if(Array.isArray(data50)){
var valid32 = true;
const len2 = data50.length;
for(let i3=0; i3<len2; i3++){
const _errs117 = errors;
if(!(validate21(data50[i3], {instancePath:instancePath+"/requirements/" + i3,parentData:data50,parentDataProperty:i3,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid32 = _errs117 === errors;
if(!valid32){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/requirements",schemaPath:"#/properties/requirements/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs115 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.extra !== undefined){
let data52 = data.extra;
const _errs118 = errors;
if(errors === _errs118){
if(Array.isArray(data52)){
var valid33 = true;
const len3 = data52.length;
for(let i4=0; i4<len3; i4++){
let data53 = data52[i4];
const _errs120 = errors;
if(errors === _errs120){
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
let missing8;
if((((((data53.id === undefined) && (missing8 = "id")) || ((data53.claim === undefined) && (missing8 = "claim"))) || ((data53.outcome === undefined) && (missing8 = "outcome"))) || ((data53.cases === undefined) && (missing8 = "cases"))) || ((data53.findings === undefined) && (missing8 = "findings"))){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4,schemaPath:"#/properties/extra/items/required",keyword:"required",params:{missingProperty: missing8}}];
return false;
}
else {
if(data53.id !== undefined){
let data54 = data53.id;
const _errs122 = errors;
if(errors === _errs122){
if(typeof data54 === "string"){
if(!pattern6.test(data54)){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/id",schemaPath:"#/properties/extra/items/properties/id/pattern",keyword:"pattern",params:{pattern: "^x-[a-z0-9-]+/[a-z0-9-]+$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/id",schemaPath:"#/properties/extra/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid34 = _errs122 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data53.claim !== undefined){
const _errs124 = errors;
if(typeof data53.claim !== "string"){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/claim",schemaPath:"#/properties/extra/items/properties/claim/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid34 = _errs124 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data53.outcome !== undefined){
let data56 = data53.outcome;
const _errs126 = errors;
if(!(((((data56 === "passed") || (data56 === "failed")) || (data56 === "cantTell")) || (data56 === "inapplicable")) || (data56 === "untested"))){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/outcome",schemaPath:"#/$defs/outcome/enum",keyword:"enum",params:{allowedValues: schema52.enum}}];
return false;
}
var valid34 = _errs126 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data53.why !== undefined){
const _errs128 = errors;
if(typeof data53.why !== "string"){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/why",schemaPath:"#/$defs/requirement/properties/why/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid34 = _errs128 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data53.cases !== undefined){
const _errs131 = errors;
if(!(validate23(data53.cases, {instancePath:instancePath+"/extra/" + i4+"/cases",parentData:data53,parentDataProperty:"cases",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
var valid34 = _errs131 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data53.findings !== undefined){
let data59 = data53.findings;
const _errs132 = errors;
const _errs133 = errors;
if(errors === _errs133){
if(Array.isArray(data59)){
var valid38 = true;
const len4 = data59.length;
for(let i5=0; i5<len4; i5++){
let data60 = data59[i5];
const _errs135 = errors;
if(errors === _errs135){
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
let missing9;
if(((((data60.case === undefined) && (missing9 = "case")) || ((data60.message === undefined) && (missing9 = "message"))) || ((data60.expected === undefined) && (missing9 = "expected"))) || ((data60.actual === undefined) && (missing9 = "actual"))){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/findings/" + i5,schemaPath:"#/$defs/requirement/properties/findings/items/required",keyword:"required",params:{missingProperty: missing9}}];
return false;
}
else {
if(data60.case !== undefined){
const _errs137 = errors;
if(typeof data60.case !== "string"){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/findings/" + i5+"/case",schemaPath:"#/$defs/requirement/properties/findings/items/properties/case/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid39 = _errs137 === errors;
}
else {
var valid39 = true;
}
if(valid39){
if(data60.message !== undefined){
const _errs139 = errors;
if(typeof data60.message !== "string"){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/findings/" + i5+"/message",schemaPath:"#/$defs/requirement/properties/findings/items/properties/message/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid39 = _errs139 === errors;
}
else {
var valid39 = true;
}
if(valid39){
if(data60.expected !== undefined){
const _errs141 = errors;
if(typeof data60.expected !== "string"){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/findings/" + i5+"/expected",schemaPath:"#/$defs/requirement/properties/findings/items/properties/expected/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid39 = _errs141 === errors;
}
else {
var valid39 = true;
}
if(valid39){
if(data60.actual !== undefined){
const _errs143 = errors;
if(typeof data60.actual !== "string"){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/findings/" + i5+"/actual",schemaPath:"#/$defs/requirement/properties/findings/items/properties/actual/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid39 = _errs143 === errors;
}
else {
var valid39 = true;
}
if(valid39){
if(data60.exchange !== undefined){
let data65 = data60.exchange;
const _errs145 = errors;
if(!(((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/findings/" + i5+"/exchange",schemaPath:"#/$defs/requirement/properties/findings/items/properties/exchange/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs145){
if((typeof data65 == "number") && (isFinite(data65))){
if(data65 < 0 || isNaN(data65)){
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/findings/" + i5+"/exchange",schemaPath:"#/$defs/requirement/properties/findings/items/properties/exchange/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid39 = _errs145 === errors;
}
else {
var valid39 = true;
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/findings/" + i5,schemaPath:"#/$defs/requirement/properties/findings/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid38 = _errs135 === errors;
if(!valid38){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/extra/" + i4+"/findings",schemaPath:"#/$defs/requirement/properties/findings/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid34 = _errs132 === errors;
}
else {
var valid34 = true;
}
if(valid34){
if(data53.truncated !== undefined){
const _errs147 = errors;
if(!(validate25(data53.truncated, {instancePath:instancePath+"/extra/" + i4+"/truncated",parentData:data53,parentDataProperty:"truncated",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
var valid34 = _errs147 === errors;
}
else {
var valid34 = true;
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
validate20.errors = [{instancePath:instancePath+"/extra/" + i4,schemaPath:"#/properties/extra/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid33 = _errs120 === errors;
if(!valid33){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/extra",schemaPath:"#/properties/extra/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs118 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.doubts !== undefined){
let data67 = data.doubts;
const _errs148 = errors;
if(errors === _errs148){
if(Array.isArray(data67)){
var valid40 = true;
const len5 = data67.length;
for(let i6=0; i6<len5; i6++){
let data68 = data67[i6];
const _errs150 = errors;
if(errors === _errs150){
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
let missing10;
if(((((data68.id === undefined) && (missing10 = "id")) || ((data68.title === undefined) && (missing10 = "title"))) || ((data68.positions === undefined) && (missing10 = "positions"))) || ((data68.judgedAs === undefined) && (missing10 = "judgedAs"))){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i6,schemaPath:"#/properties/doubts/items/required",keyword:"required",params:{missingProperty: missing10}}];
return false;
}
else {
if(data68.id !== undefined){
const _errs152 = errors;
if(typeof data68.id !== "string"){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i6+"/id",schemaPath:"#/properties/doubts/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid41 = _errs152 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data68.title !== undefined){
const _errs154 = errors;
if(typeof data68.title !== "string"){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i6+"/title",schemaPath:"#/properties/doubts/items/properties/title/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid41 = _errs154 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data68.positions !== undefined){
let data71 = data68.positions;
const _errs156 = errors;
if(errors === _errs156){
if(Array.isArray(data71)){
var valid42 = true;
const len6 = data71.length;
for(let i7=0; i7<len6; i7++){
let data72 = data71[i7];
const _errs158 = errors;
if(errors === _errs158){
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
let missing11;
if(((data72.source === undefined) && (missing11 = "source")) || ((data72.says === undefined) && (missing11 = "says"))){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i6+"/positions/" + i7,schemaPath:"#/properties/doubts/items/properties/positions/items/required",keyword:"required",params:{missingProperty: missing11}}];
return false;
}
else {
if(data72.source !== undefined){
let data73 = data72.source;
const _errs160 = errors;
if(!(((((data73 === "OV") || (data73 === "ERR")) || (data73 === "SPEC")) || (data73 === "WIRE")) || (data73 === "OWN"))){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i6+"/positions/" + i7+"/source",schemaPath:"#/properties/doubts/items/properties/positions/items/properties/source/enum",keyword:"enum",params:{allowedValues: schema31.properties.doubts.items.properties.positions.items.properties.source.enum}}];
return false;
}
var valid43 = _errs160 === errors;
}
else {
var valid43 = true;
}
if(valid43){
if(data72.says !== undefined){
const _errs161 = errors;
if(typeof data72.says !== "string"){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i6+"/positions/" + i7+"/says",schemaPath:"#/properties/doubts/items/properties/positions/items/properties/says/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid43 = _errs161 === errors;
}
else {
var valid43 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/doubts/" + i6+"/positions/" + i7,schemaPath:"#/properties/doubts/items/properties/positions/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid42 = _errs158 === errors;
if(!valid42){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/doubts/" + i6+"/positions",schemaPath:"#/properties/doubts/items/properties/positions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid41 = _errs156 === errors;
}
else {
var valid41 = true;
}
if(valid41){
if(data68.judgedAs !== undefined){
const _errs163 = errors;
if(typeof data68.judgedAs !== "string"){
validate20.errors = [{instancePath:instancePath+"/doubts/" + i6+"/judgedAs",schemaPath:"#/properties/doubts/items/properties/judgedAs/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid41 = _errs163 === errors;
}
else {
var valid41 = true;
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/doubts/" + i6,schemaPath:"#/properties/doubts/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid40 = _errs150 === errors;
if(!valid40){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/doubts",schemaPath:"#/properties/doubts/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs148 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.budget !== undefined){
let data76 = data.budget;
const _errs165 = errors;
if(errors === _errs165){
if(data76 && typeof data76 == "object" && !Array.isArray(data76)){
let missing12;
if((((((data76.share === undefined) && (missing12 = "share")) || ((data76.advertised === undefined) && (missing12 = "advertised"))) || ((data76.requests === undefined) && (missing12 = "requests"))) || ((data76.busiestWindow === undefined) && (missing12 = "busiestWindow"))) || ((data76.unpaced === undefined) && (missing12 = "unpaced"))){
validate20.errors = [{instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/required",keyword:"required",params:{missingProperty: missing12}}];
return false;
}
else {
if(data76.share !== undefined){
let data77 = data76.share;
const _errs167 = errors;
if(errors === _errs167){
if((typeof data77 == "number") && (isFinite(data77))){
if(data77 > 1 || isNaN(data77)){
validate20.errors = [{instancePath:instancePath+"/budget/share",schemaPath:"#/properties/budget/properties/share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data77 < 0 || isNaN(data77)){
validate20.errors = [{instancePath:instancePath+"/budget/share",schemaPath:"#/properties/budget/properties/share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/budget/share",schemaPath:"#/properties/budget/properties/share/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid44 = _errs167 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data76.advertised !== undefined){
let data78 = data76.advertised;
const _errs169 = errors;
const _errs170 = errors;
if(!(((typeof data78 == "number") && (!(data78 % 1) && !isNaN(data78))) && (isFinite(data78)))){
validate20.errors = [{instancePath:instancePath+"/budget/advertised",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs170){
if((typeof data78 == "number") && (isFinite(data78))){
if(data78 < 0 || isNaN(data78)){
validate20.errors = [{instancePath:instancePath+"/budget/advertised",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid44 = _errs169 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data76.requests !== undefined){
let data79 = data76.requests;
const _errs172 = errors;
const _errs173 = errors;
if(!(((typeof data79 == "number") && (!(data79 % 1) && !isNaN(data79))) && (isFinite(data79)))){
validate20.errors = [{instancePath:instancePath+"/budget/requests",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs173){
if((typeof data79 == "number") && (isFinite(data79))){
if(data79 < 0 || isNaN(data79)){
validate20.errors = [{instancePath:instancePath+"/budget/requests",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid44 = _errs172 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data76.busiestWindow !== undefined){
let data80 = data76.busiestWindow;
const _errs175 = errors;
const _errs176 = errors;
if(!(((typeof data80 == "number") && (!(data80 % 1) && !isNaN(data80))) && (isFinite(data80)))){
validate20.errors = [{instancePath:instancePath+"/budget/busiestWindow",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs176){
if((typeof data80 == "number") && (isFinite(data80))){
if(data80 < 0 || isNaN(data80)){
validate20.errors = [{instancePath:instancePath+"/budget/busiestWindow",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid44 = _errs175 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data76.unpaced !== undefined){
let data81 = data76.unpaced;
const _errs178 = errors;
const _errs179 = errors;
if(!(((typeof data81 == "number") && (!(data81 % 1) && !isNaN(data81))) && (isFinite(data81)))){
validate20.errors = [{instancePath:instancePath+"/budget/unpaced",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs179){
if((typeof data81 == "number") && (isFinite(data81))){
if(data81 < 0 || isNaN(data81)){
validate20.errors = [{instancePath:instancePath+"/budget/unpaced",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid44 = _errs178 === errors;
}
else {
var valid44 = true;
}
if(valid44){
if(data76.windows !== undefined){
let data82 = data76.windows;
const _errs181 = errors;
if(errors === _errs181){
if(Array.isArray(data82)){
var valid49 = true;
const len7 = data82.length;
for(let i8=0; i8<len7; i8++){
let data83 = data82[i8];
const _errs183 = errors;
if(errors === _errs183){
if(data83 && typeof data83 == "object" && !Array.isArray(data83)){
let missing13;
if((((data83.startMs === undefined) && (missing13 = "startMs")) || ((data83.endMs === undefined) && (missing13 = "endMs"))) || ((data83.requests === undefined) && (missing13 = "requests"))){
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i8,schemaPath:"#/properties/budget/properties/windows/items/required",keyword:"required",params:{missingProperty: missing13}}];
return false;
}
else {
if(data83.startMs !== undefined){
let data84 = data83.startMs;
const _errs185 = errors;
if(!((typeof data84 == "number") && (isFinite(data84)))){
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i8+"/startMs",schemaPath:"#/properties/budget/properties/windows/items/properties/startMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid50 = _errs185 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data83.endMs !== undefined){
let data85 = data83.endMs;
const _errs187 = errors;
if(!((typeof data85 == "number") && (isFinite(data85)))){
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i8+"/endMs",schemaPath:"#/properties/budget/properties/windows/items/properties/endMs/type",keyword:"type",params:{type: "number"}}];
return false;
}
var valid50 = _errs187 === errors;
}
else {
var valid50 = true;
}
if(valid50){
if(data83.requests !== undefined){
let data86 = data83.requests;
const _errs189 = errors;
const _errs190 = errors;
if(!(((typeof data86 == "number") && (!(data86 % 1) && !isNaN(data86))) && (isFinite(data86)))){
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i8+"/requests",schemaPath:"#/$defs/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs190){
if((typeof data86 == "number") && (isFinite(data86))){
if(data86 < 0 || isNaN(data86)){
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i8+"/requests",schemaPath:"#/$defs/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}}];
return false;
}
}
}
var valid50 = _errs189 === errors;
}
else {
var valid50 = true;
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/budget/windows/" + i8,schemaPath:"#/properties/budget/properties/windows/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid49 = _errs183 === errors;
if(!valid49){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/budget/windows",schemaPath:"#/properties/budget/properties/windows/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid44 = _errs181 === errors;
}
else {
var valid44 = true;
}
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs165 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.baseline !== undefined){
let data87 = data.baseline;
const _errs192 = errors;
if(errors === _errs192){
if(Array.isArray(data87)){
var valid52 = true;
const len8 = data87.length;
for(let i9=0; i9<len8; i9++){
let data88 = data87[i9];
const _errs194 = errors;
if(errors === _errs194){
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
let missing14;
if(((((data88.id === undefined) && (missing14 = "id")) || ((data88.reason === undefined) && (missing14 = "reason"))) || ((data88.expires === undefined) && (missing14 = "expires"))) || ((data88.state === undefined) && (missing14 = "state"))){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i9,schemaPath:"#/properties/baseline/items/required",keyword:"required",params:{missingProperty: missing14}}];
return false;
}
else {
if(data88.id !== undefined){
const _errs196 = errors;
if(typeof data88.id !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i9+"/id",schemaPath:"#/properties/baseline/items/properties/id/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid53 = _errs196 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data88.case !== undefined){
const _errs198 = errors;
if(typeof data88.case !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i9+"/case",schemaPath:"#/properties/baseline/items/properties/case/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid53 = _errs198 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data88.reason !== undefined){
const _errs200 = errors;
if(typeof data88.reason !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i9+"/reason",schemaPath:"#/properties/baseline/items/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid53 = _errs200 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data88.owner !== undefined){
const _errs202 = errors;
if(typeof data88.owner !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i9+"/owner",schemaPath:"#/properties/baseline/items/properties/owner/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid53 = _errs202 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data88.link !== undefined){
const _errs204 = errors;
if(typeof data88.link !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i9+"/link",schemaPath:"#/properties/baseline/items/properties/link/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid53 = _errs204 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data88.expires !== undefined){
const _errs206 = errors;
if(typeof data88.expires !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i9+"/expires",schemaPath:"#/properties/baseline/items/properties/expires/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid53 = _errs206 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data88.state !== undefined){
let data95 = data88.state;
const _errs208 = errors;
if(!((((data95 === "holds") || (data95 === "stale")) || (data95 === "expired")) || (data95 === "refused"))){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i9+"/state",schemaPath:"#/properties/baseline/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema31.properties.baseline.items.properties.state.enum}}];
return false;
}
var valid53 = _errs208 === errors;
}
else {
var valid53 = true;
}
if(valid53){
if(data88.why !== undefined){
const _errs209 = errors;
if(typeof data88.why !== "string"){
validate20.errors = [{instancePath:instancePath+"/baseline/" + i9+"/why",schemaPath:"#/properties/baseline/items/properties/why/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid53 = _errs209 === errors;
}
else {
var valid53 = true;
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
validate20.errors = [{instancePath:instancePath+"/baseline/" + i9,schemaPath:"#/properties/baseline/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid52 = _errs194 === errors;
if(!valid52){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/baseline",schemaPath:"#/properties/baseline/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs192 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.outputs !== undefined){
let data97 = data.outputs;
const _errs211 = errors;
if(errors === _errs211){
if(data97 && typeof data97 == "object" && !Array.isArray(data97)){
for(const key1 in data97){
let data98 = data97[key1];
const _errs214 = errors;
if(errors === _errs214){
if(data98 && typeof data98 == "object" && !Array.isArray(data98)){
let missing15;
if(((data98.ending === undefined) && (missing15 = "ending")) || ((data98.lines === undefined) && (missing15 = "lines"))){
validate20.errors = [{instancePath:instancePath+"/outputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/outputs/additionalProperties/required",keyword:"required",params:{missingProperty: missing15}}];
return false;
}
else {
if(data98.ending !== undefined){
const _errs216 = errors;
if(typeof data98.ending !== "string"){
validate20.errors = [{instancePath:instancePath+"/outputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/ending",schemaPath:"#/properties/outputs/additionalProperties/properties/ending/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid55 = _errs216 === errors;
}
else {
var valid55 = true;
}
if(valid55){
if(data98.lines !== undefined){
let data100 = data98.lines;
const _errs218 = errors;
if(errors === _errs218){
if(Array.isArray(data100)){
var valid56 = true;
const len9 = data100.length;
for(let i10=0; i10<len9; i10++){
const _errs220 = errors;
if(typeof data100[i10] !== "string"){
validate20.errors = [{instancePath:instancePath+"/outputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/lines/" + i10,schemaPath:"#/properties/outputs/additionalProperties/properties/lines/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid56 = _errs220 === errors;
if(!valid56){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/outputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/lines",schemaPath:"#/properties/outputs/additionalProperties/properties/lines/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid55 = _errs218 === errors;
}
else {
var valid55 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/outputs/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/outputs/additionalProperties/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid54 = _errs214 === errors;
if(!valid54){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs211 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.withheld !== undefined){
let data102 = data.withheld;
const _errs222 = errors;
if(errors === _errs222){
if(Array.isArray(data102)){
var valid57 = true;
const len10 = data102.length;
for(let i11=0; i11<len10; i11++){
let data103 = data102[i11];
const _errs224 = errors;
if(errors === _errs224){
if(data103 && typeof data103 == "object" && !Array.isArray(data103)){
let missing16;
if((((((data103.field === undefined) && (missing16 = "field")) || ((data103.place === undefined) && (missing16 = "place"))) || ((data103.count === undefined) && (missing16 = "count"))) || ((data103.found === undefined) && (missing16 = "found"))) || ((data103.from === undefined) && (missing16 = "from"))){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i11,schemaPath:"#/properties/withheld/items/required",keyword:"required",params:{missingProperty: missing16}}];
return false;
}
else {
if(data103.field !== undefined){
const _errs226 = errors;
if(typeof data103.field !== "string"){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i11+"/field",schemaPath:"#/properties/withheld/items/properties/field/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid58 = _errs226 === errors;
}
else {
var valid58 = true;
}
if(valid58){
if(data103.place !== undefined){
const _errs228 = errors;
if(typeof data103.place !== "string"){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i11+"/place",schemaPath:"#/properties/withheld/items/properties/place/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid58 = _errs228 === errors;
}
else {
var valid58 = true;
}
if(valid58){
if(data103.count !== undefined){
let data106 = data103.count;
const _errs230 = errors;
if(!(((typeof data106 == "number") && (!(data106 % 1) && !isNaN(data106))) && (isFinite(data106)))){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i11+"/count",schemaPath:"#/properties/withheld/items/properties/count/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs230){
if((typeof data106 == "number") && (isFinite(data106))){
if(data106 < 1 || isNaN(data106)){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i11+"/count",schemaPath:"#/properties/withheld/items/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid58 = _errs230 === errors;
}
else {
var valid58 = true;
}
if(valid58){
if(data103.found !== undefined){
let data107 = data103.found;
const _errs232 = errors;
if(!((((((data107 === "plain") || (data107 === "escaped")) || (data107 === "base64")) || (data107 === "hex")) || (data107 === "named")) || (data107 === "series"))){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i11+"/found",schemaPath:"#/properties/withheld/items/properties/found/enum",keyword:"enum",params:{allowedValues: schema31.properties.withheld.items.properties.found.enum}}];
return false;
}
var valid58 = _errs232 === errors;
}
else {
var valid58 = true;
}
if(valid58){
if(data103.from !== undefined){
const _errs233 = errors;
if(typeof data103.from !== "string"){
validate20.errors = [{instancePath:instancePath+"/withheld/" + i11+"/from",schemaPath:"#/properties/withheld/items/properties/from/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid58 = _errs233 === errors;
}
else {
var valid58 = true;
}
}
}
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/withheld/" + i11,schemaPath:"#/properties/withheld/items/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid57 = _errs224 === errors;
if(!valid57){
break;
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/withheld",schemaPath:"#/properties/withheld/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid1 = _errs222 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.evidence !== undefined){
let data109 = data.evidence;
const _errs235 = errors;
if(errors === _errs235){
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
let missing17;
if(((data109.file === undefined) && (missing17 = "file")) || ((data109.sha256 === undefined) && (missing17 = "sha256"))){
validate20.errors = [{instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/required",keyword:"required",params:{missingProperty: missing17}}];
return false;
}
else {
if(data109.file !== undefined){
const _errs237 = errors;
if(typeof data109.file !== "string"){
validate20.errors = [{instancePath:instancePath+"/evidence/file",schemaPath:"#/properties/evidence/properties/file/type",keyword:"type",params:{type: "string"}}];
return false;
}
var valid59 = _errs237 === errors;
}
else {
var valid59 = true;
}
if(valid59){
if(data109.sha256 !== undefined){
let data111 = data109.sha256;
const _errs239 = errors;
const _errs240 = errors;
if(errors === _errs240){
if(typeof data111 === "string"){
if(!pattern4.test(data111)){
validate20.errors = [{instancePath:instancePath+"/evidence/sha256",schemaPath:"#/$defs/sha256/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"}}];
return false;
}
}
else {
validate20.errors = [{instancePath:instancePath+"/evidence/sha256",schemaPath:"#/$defs/sha256/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid59 = _errs239 === errors;
}
else {
var valid59 = true;
}
}
}
}
else {
validate20.errors = [{instancePath:instancePath+"/evidence",schemaPath:"#/properties/evidence/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid1 = _errs235 === errors;
}
else {
var valid1 = true;
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
validate20.evaluated = {"props":{"format":true,"formatVersion":true,"tool":true,"catalogue":true,"side":true,"subject":true,"about":true,"environment":true,"seed":true,"startedAt":true,"durationMs":true,"verdict":true,"inconclusive":true,"shard":true,"failOn":true,"counts":true,"coverage":true,"requirements":true,"extra":true,"doubts":true,"budget":true,"baseline":true,"outputs":true,"withheld":true,"evidence":true},"dynamicProps":false,"dynamicItems":false};
