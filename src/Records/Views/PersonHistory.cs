namespace MediaGuard.Records.Views;

/// <summary>Everything the register holds about one person that this reader may see.</summary>
/// <param name="Groups">Name, first and last day, newest first.</param>
/// <param name="Consents">Newest first.</param>
public sealed record PersonHistory(RegisterLine Person, IReadOnlyList<(string Group, bool IsClub, DateOnly From, DateOnly? Until)> Groups, IReadOnlyList<ConsentLine> Consents)
{
    public override string ToString() => Person.ToString();
}
