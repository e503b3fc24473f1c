namespace MediaGuard.Bench.Consent.Term;

/// <summary>What a term of one class looks like: how many photos, who is in them, how often machine and people are wrong.</summary>
internal sealed record TermModel
{
    public int Pupils { get; init; } = 28;

    /// <summary>The first so many pupils refuse the website.</summary>
    public int RefuseWebsite { get; init; } = 3;

    /// <summary>The next so many refuse Seesaw.</summary>
    public int RefuseSeesaw { get; init; } = 1;

    public int Days { get; init; } = 60;
    public int PhotosADay { get; init; } = 25;

    /// <summary>One photo in so many is asked for on the website; all are on Seesaw.</summary>
    public int WebsiteOneIn { get; init; } = 3;

    public double WithoutFaces { get; init; } = 0.25;

    /// <summary>With one to four children, each number as likely. The rest show five to nine.</summary>
    public double WithFew { get; init; } = 0.53;

    /// <summary>Of the faces there are.</summary>
    public double Missed { get; init; } = 0.03;

    /// <summary>Of the pictures: a box where there is no face. Every second one is doubtful.</summary>
    public double Invented { get; init; } = 0.02;

    /// <summary>Of the pictures a person answers for in which there is somebody to find: one is overlooked.</summary>
    public double Errs { get; init; } = 1.0 / 200;
}
