namespace MediaGuard.Web.Api.Website;

internal sealed record AddressQuestion(string? Address)
{
    public override string ToString() => nameof(AddressQuestion);
}
