using MediaGuard.Media;

namespace MediaGuard.Records.Subjects;

/// <summary>What became of one picture that was to be handed out.</summary>
/// <param name="File">Its name in the archive; null when it was left out.</param>
/// <param name="ShowsOwnFace">Somebody said which face is theirs; otherwise every face is covered.</param>
public sealed record SubjectPicture(MediaId Media, string? File, SubjectGap Gap, bool ShowsOwnFace);
