namespace MediaGuard.Vision.Detection;

/// <summary>How thoroughly a picture is searched.</summary>
internal enum SearchEffort
{
    /// <summary>Coarse scales only: for the turned views of a picture.</summary>
    Quick,

    /// <summary>Every scale, down to the smallest faces.</summary>
    Full,
}
