using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>A page in one of its states, as one person sees it.</summary>
/// <param name="Who">A role, or <see cref="Screens.Nobody"/>.</param>
/// <param name="Path">With the tour's ids in braces.</param>
/// <param name="Then">What somebody does there, so that it shows the state meant.</param>
internal sealed record Screen(string Who, string Path, string State = "", Func<IPage, Task>? Then = null)
{
    public override string ToString() => State.Length > 0 ? $"{Who} at {Path}, {State}" : $"{Who} at {Path}";
}
