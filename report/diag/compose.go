package diag

// composeCodes are the findings of this stage.
var composeCodes = []Entry{}
