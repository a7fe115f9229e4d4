package diag

// pipelineCodes are the findings of this stage.
var pipelineCodes = []Entry{}
