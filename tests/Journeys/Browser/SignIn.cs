namespace MediaGuard.Journeys.Tests.Browser;

internal sealed record SignIn(string Mail, string Password);
