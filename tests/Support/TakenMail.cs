namespace MediaGuard.Tests.Support;

/// <summary>A mail as a server took it.</summary>
/// <param name="Text">Headers and body as they came.</param>
public sealed record TakenMail(string From, IReadOnlyList<string> To, string Text);
