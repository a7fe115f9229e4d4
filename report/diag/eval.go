package diag

// evalCodes are the findings of this stage.
var evalCodes = []Entry{}
