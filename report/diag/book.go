package diag

// bookCodes are the findings of this stage.
var bookCodes = []Entry{}
