package diag

// layoutCodes are the findings of this stage.
var layoutCodes = []Entry{}
