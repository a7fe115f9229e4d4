package diag

// posterCodes are the findings of this stage.
var posterCodes = []Entry{}
