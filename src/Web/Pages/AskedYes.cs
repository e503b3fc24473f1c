using MediaGuard.Records.Register;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages;

/// <summary>A yes that is said back before it is recorded.</summary>
/// <param name="Guardian">Who said it; null when nobody noted it.</param>
internal sealed record AskedYes(StandingView Purpose, string How, string Evidence, DateOnly? Until, GuardianLine? Guardian);
