using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Vision.Evaluation;

/// <summary>Other ways to look than the program's own, for comparing.</summary>
public sealed class FaceStrategies
{
    private readonly IReadOnlyList<IFaceProposer> _proposers;
    private readonly IReadOnlyList<IFaceConfirmer> _confirmers;
    private readonly ModelSessions _sessions;
    private readonly TimeProvider _time;
    private readonly ILogger<FaceFinder> _logger;

    internal FaceStrategies(
        IEnumerable<IFaceProposer> proposers, IEnumerable<IFaceConfirmer> confirmers, ModelSessions sessions, TimeProvider time, ILogger<FaceFinder> logger)
    {
        (_proposers, _confirmers, _sessions, _time, _logger) = ([.. proposers], [.. confirmers], sessions, time, logger);
    }

    /// <summary>The program's own way, as if those models were not installed.</summary>
    /// <exception cref="InvalidDataException">A name is no model's that looks for faces, or none would be left to look.</exception>
    public IFaceFinder Without(IReadOnlyCollection<string> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var known = _proposers.Select(p => p.Model).Concat(_confirmers.Select(c => c.Model)).ToList();
        if (models.Except(known).Any())
        {
            throw new InvalidDataException($"Only a model that looks for faces can be left out: {string.Join(", ", known)}.");
        }

        var left = _proposers.Where(p => !models.Contains(p.Model)).ToList();
        return left.Exists(p => _sessions.Open(p.Model) is not null)
            ? new FaceFinder(left, _confirmers.Where(c => !models.Contains(c.Model)), _sessions, _time, _logger)
            : throw new InvalidDataException("Without these no model would be left that looks for faces.");
    }

    /// <summary>Each installed detector by itself, at coarse scales only and at all; nobody confirms. Its boxes are sure from a score of 0.5, maybes from 0.3.</summary>
    public IReadOnlyList<(string Name, IFaceFinder Finder)> Alone() =>
    [
        .. from p in _proposers
           where _sessions.Open(p.Model) is not null
           from effort in new[] { SearchEffort.Quick, SearchEffort.Full }
           select (p.Model + (effort is SearchEffort.Full ? ", all scales" : ", coarse scales"), (IFaceFinder)new SoloFinder(p, effort, _sessions)),
    ];
}
