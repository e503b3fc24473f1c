namespace MediaGuard.Vision.Detection;

/// <summary>Probabilities and their log-odds.</summary>
internal static class Calibration
{
    /// <summary>The log-odds of a score, held within ±9.2: no model is ever quite certain.</summary>
    public static double Score(float score)
    {
        var p = Math.Clamp(score, 1e-4f, 1 - 1e-4f);
        return Math.Log(p / (1 - p));
    }

    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
