package diag

// pictureCodes are the findings of this stage.
var pictureCodes = []Entry{}
