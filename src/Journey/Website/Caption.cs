namespace MediaGuard.Journey.Website;

/// <summary>A caption as it stands beside a picture; prints nothing of it.</summary>
/// <param name="AltText">For people who cannot see the picture.</param>
/// <param name="MayLeave">False once it names somebody who may not be named, or may: the register is another now, or a yes ended. It leaves nowhere then.</param>
public sealed record Caption(string Text, string AltText, bool MayLeave)
{
    public override string ToString() => nameof(Caption);
}
