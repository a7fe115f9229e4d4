package diag

// sourceCodes are the findings of this stage.
var sourceCodes = []Entry{}
