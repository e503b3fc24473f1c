namespace MediaGuard.Consent.Decisions;

/// <summary>One reason in words, for each who may read it.</summary>
internal sealed record ReasonSentence(string Teacher, string Office, string Lead)
{
    /// <summary>The office and the lead can do the same about it.</summary>
    public ReasonSentence(string teacher, string officeAndLead)
        : this(teacher, officeAndLead, officeAndLead)
    {
    }

    public string For(Audience audience) => audience switch
    {
        Audience.Teacher => Teacher,
        Audience.Office => Office,
        Audience.Lead => Lead,
    };
}
