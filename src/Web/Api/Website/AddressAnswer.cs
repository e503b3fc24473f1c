namespace MediaGuard.Web.Api.Website;

/// <param name="MustComeDown">The picture was ordered back meanwhile: take it down and confirm that.</param>
internal sealed record AddressAnswer(bool MustComeDown);
