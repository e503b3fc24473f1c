namespace MediaGuard.Web.Api.Website;

internal sealed record TakeDownsAnswer(IReadOnlyList<TakeDownAnswer> TakeDowns);
