using MediaGuard.Media;

namespace MediaGuard.Consent.Import;

/// <summary>Remarks in plain words.</summary>
public static class RemarkSentences
{
    /// <summary>What is so and what to do; the detail is the caller's to add.</summary>
    public static string For(RemarkKind kind) => kind switch
    {
        RemarkKind.NotText => Words.Text("This is not a CSV file. Export it as CSV, not as a workbook."),
        RemarkKind.TooLarge => Words.Text("The file is far larger than a school's register."),
        RemarkKind.Empty => Words.Text("There is no pupil in the file."),
        RemarkKind.NoHeadings => Words.Text("No row of headings was found. Is it an export of pupils, one row each?"),
        RemarkKind.HeadingTwice => Words.Text("Two columns bear this heading. Say which is meant, or rename one."),
        RemarkKind.ColumnMissing => Words.Text("A column that is needed was not found. Choose it in the mapping."),
        RemarkKind.ColumnUnsure => Words.Text("More than one column may be meant, or the heading may ask the opposite or something else. Until you choose it in the mapping it is not read. Never choose one in which a yes means no."),
        RemarkKind.QuoteOpen => Words.Text("A quotation mark is never closed: the file was cut off or is damaged."),
        RemarkKind.RowTooShort => Words.Text("The row has too few cells: the file was cut off or is damaged."),
        RemarkKind.RowTooLong => Words.Text("The row has more cells than there are headings."),
        RemarkKind.TrailerWrong => Words.Text("The last line states another number of pupils than the file has: part of it is missing."),
        RemarkKind.TrailerMissing => Words.Text("The last import's file ended with a count, and this one does not. It may be cut off."),
        RemarkKind.KeyMissing => Words.Text("No UPN or MIS number: the row was left out."),
        RemarkKind.KeyOdd => Words.Text("This does not look like a UPN or MIS number: the row was left out."),
        RemarkKind.KeyTwice => Words.Text("Another row has the same UPN or MIS number and says something else."),
        RemarkKind.RowTwice => Words.Text("The same row twice; it was read once."),
        RemarkKind.NameMissing => Words.Text("No name: the row was left out."),
        RemarkKind.NameTooLong => Words.Text("The name is longer than 200 letters: the row was left out."),
        RemarkKind.AnswerUnclear => Words.Text("Neither a yes nor a no: it counts as no consent."),
        RemarkKind.AnswerAtTheCut => Words.Text("A yes in the very last cell of a file without a line end: the file may be cut off, so it counts as no consent."),
        RemarkKind.DateUnclear => Words.Text("This date was not understood and not used."),
        RemarkKind.DatesAmerican => Words.Text("Dates in this column have the month first. None of them was used."),
        RemarkKind.YearUnclear => Words.Text("This year group was not understood and not used."),
        RemarkKind.OlderExport => Words.Text("The file was exported before the one imported last."),
        RemarkKind.LastYears => Words.Text("Most pupils are in a lower year group than on the register: this looks like an earlier year's file."),
        RemarkKind.NoKeyMatches => Words.Text("Not one key of the file is on the register. Is another column the key than last time?"),
        RemarkKind.HasLeftAlready => Words.Text("Left before today and never was on the register: not taken in."),
        RemarkKind.BlankWhereYes => Words.Text("Blank or unclear in the file, yes on the register: the yes ends."),
        RemarkKind.RefusalOnRecord => Words.Text("A no is on record and the file says yes. The no stands until the safeguarding lead records otherwise."),
        RemarkKind.RanOut => Words.Text("The yes on record ran out and the file still shows it. Ask the family again; the register stays as it is."),
        RemarkKind.NotAPupil => Words.Text("This key belongs to somebody on the register who is no pupil. The row was left out."),
        RemarkKind.SameName => Words.Text("Somebody entered by hand has the same name, in another class or more than once. The row was left out: enter the key by hand."),
        RemarkKind.ClassIsAClub => Words.Text("A club on the register has this class's name; nobody was moved. Rename one of them."),
        RemarkKind.EmailUnclear => Words.Text("This is no e-mail address; it was not used."),
        RemarkKind.ResponsibilityOnRecord => Words.Text("The register notes parental responsibility and the file says there is none. The register stays; correct the guardian by hand if the file is right."),
        RemarkKind.GuardianEnded => Words.Text("The register notes that this contact is a guardian no longer; they were not brought back."),
        RemarkKind.KeyChanged => Words.Text("Somebody of this name is on the register with another number, which the file no longer has. The row was left out. If it is the same child, enter the file's number on their page; if it is another, add them by hand with it."),
        RemarkKind.ClassMissing => Words.Text("No class in the file, and none on the register: photos of a class do not count them. Choose the column, or give them their class by hand."),
        RemarkKind.ExportedLater => Words.Text("The day of export lies in the future; it was not used."),
    };
}
