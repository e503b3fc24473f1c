namespace MediaGuard.Records.Views;

/// <summary>Everything the register holds about one person that this reader may see.</summary>
/// <param name="Groups">Newest first.</param>
/// <param name="Consents">Newest first.</param>
public sealed record PersonHistory(RegisterLine Person, IReadOnlyList<MembershipView> Groups, IReadOnlyList<ConsentLine> Consents)
{
    public override string ToString() => Person.ToString();
}
