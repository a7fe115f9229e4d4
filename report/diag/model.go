package diag

// modelCodes are the findings of this stage.
var modelCodes = []Entry{}
