using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Records.Register;

/// <summary>Something said about one purpose, to be written down.</summary>
/// <param name="From">First day it holds; null for today in the school's zone.</param>
/// <param name="Until">Last day it holds; null for as long as the person is here.</param>
/// <param name="How">How it was said: form, link, telephone, import.</param>
/// <param name="Evidence">Where the evidence lies.</param>
public sealed record NewConsent(PersonId Person, PurposeId Purpose, ConsentAnswer Answer, string How, string Evidence = "", DateOnly? From = null, DateOnly? Until = null);
