namespace MediaGuard.Web.Api.Website;

/// <summary>A copy that must come down; times are UTC.</summary>
internal sealed record TakeDownAnswer(string Id, string Picture, string File, DateTimeOffset Since, DateTimeOffset By, bool Overdue, IReadOnlyList<string> Addresses)
{
    public override string ToString() => Id;
}
