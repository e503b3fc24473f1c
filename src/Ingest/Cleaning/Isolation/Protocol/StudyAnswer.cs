using MediaGuard.Ingest.Formats;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Isolation.Protocol;

/// <summary>What a child says of one file: a reason, or what it read.</summary>
/// <param name="Reason">None where there is a study.</param>
internal sealed record StudyAnswer(ReasonCode Reason, FileStudy? Study);
