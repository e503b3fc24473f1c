namespace MediaGuard.Consent.Import;

/// <summary>A change so large that it is asked about twice.</summary>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
public sealed record ImportQuestion(ImportQuestionKind Kind, int Count, int Of);
