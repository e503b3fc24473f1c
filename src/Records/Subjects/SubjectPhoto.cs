using MediaGuard.Media;

namespace MediaGuard.Records.Subjects;

/// <summary>A photo in which a person is, or may be.</summary>
/// <param name="IsNamed">Somebody said that they are in it.</param>
/// <param name="IsMatched">Comparing faces suggests them, and nobody has answered.</param>
public sealed record SubjectPhoto(MediaId Media, DateOnly ArrivedOn, string? Class, bool IsNamed, bool IsMatched)
{
    /// <summary>Whether the picture itself is handed out: by what people said and by likeness, not for being of the class.</summary>
    public bool IsHandedOut => IsNamed || IsMatched;
}
