using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Bench.Consent.Term;

/// <summary>Terms of one class, day by day: photos are decided, the teacher goes through the contact sheets, somebody looks again at a few, and the rest is looked at one by one.</summary>
/// <remarks>The program's own engine, contact sheet and second looks; only people and pictures are made up. The same seed gives the same figures.</remarks>
internal sealed class TermSimulation : ILots
{
    private static readonly DecisionEngine Engine = new();
    private static readonly ImmutableHashSet<Reason> Doubts = [.. Enum.GetValues<ReasonCode>().Where(c => c.IsDischargeable())];
    private readonly TermModel model;
    private readonly Random random;
    private readonly TermSchool school;
    private readonly TermFigures figures = new();
    private int carried;

    private TermSimulation(TermModel model, int seed)
    {
        this.model = model;
        random = new Random(seed);
        school = new TermSchool(model, random);
    }

    public static TermFigures Run(TermModel model, int seed, int terms)
    {
        var simulation = new TermSimulation(model, seed);
        simulation.figures.Terms = terms;
        for (var day = 0; day < terms * model.Days; day++)
        {
            simulation.Day();
        }

        return simulation.figures;
    }

    int ILots.Below(int limit) => random.Next(limit);

    private void Day()
    {
        var photos = Enumerable.Range(0, model.PhotosADay).Select(_ => school.Take()).ToList();
        figures.Photos += photos.Count;
        foreach (var photo in photos)
        {
            CountNaive(photo);
            Release(photo, beforeAnybodyLooked: true);
        }

        foreach (var channel in new[] { ChannelId.Seesaw, ChannelId.Website })
        {
            var asked = photos.Where(p => p.Scene.AskedFor.Contains(channel)).ToList();
            Sheet([.. asked.Where(p => !ContactSheet.NeedsOneByOne(p.Scene, school.Policy))], channel);
            Count(asked, channel);
            foreach (var photo in asked.Where(p => VerdictOf(p, channel) is Verdict.Held))
            {
                LookAlone(photo, channel);
            }

            asked.ForEach(p => Release(p, beforeAnybodyLooked: false));
            figures.Overlooked += asked.Count(p => p.Overlooked.Contains(channel));
            figures.Caught += asked.Count(p => p.Overlooked.Contains(channel) && !p.Wrong.Contains(channel));
        }
    }

    /// <summary>The contact sheet: every listed name is chosen and tapped where it is seen, the rest is ticked.</summary>
    private void Sheet(List<TermPicture> photos, ChannelId channel)
    {
        if (photos.Count == 0)
        {
            return;
        }

        var listed = school.Refusing[channel];
        var before = photos.ToDictionary(p => p, p => VerdictOf(p, channel) is Verdict.Cleared);
        var answers = photos.ToDictionary(p => p, p => LookFor(p, listed));
        foreach (var (photo, saw) in answers)
        {
            photo.Scene = photo.Scene with { Named = photo.Scene.Named.Union(saw), Absent = photo.Scene.Absent.Union(listed.Except(saw)), NobodyFromOutside = true };
            if (!saw.SetEquals(photo.Truth.Intersect(listed)))
            {
                photo.Overlooked.Add(channel);
            }
        }

        figures.Taps += answers.Sum(a => a.Value.Count) + answers.SelectMany(a => a.Value).Distinct().Count() + 2;
        var cleared = photos.Where(p => !before[p] && VerdictOf(p, channel) is Verdict.Cleared).ToArray();
        (var looks, carried) = SecondLooks.Of(carried, cleared.Length, this);
        random.Shuffle(cleared);
        foreach (var photo in cleared.Take(looks))
        {
            figures.Looks++;
            var saw = LookFor(photo, listed);
            figures.Taps += saw.Count + 2;
            if (saw.SetEquals(answers[photo]))
            {
                continue;
            }

            photo.Scene = photo.Scene with { Named = photo.Scene.Named.Union(saw) };
            foreach (var held in photos)
            {
                held.Scene = held.Scene with { Batches = held.Scene.Batches.Add(new BatchHold(true, before[held] ? [channel] : [])) };
            }
        }
    }

    /// <summary>Somebody says of this one picture who is in it and that nobody else is from outside, and the office approves what the machine doubts.</summary>
    private void LookAlone(TermPicture photo, ChannelId channel)
    {
        var listed = school.Refusing[channel];
        var saw = LookFor(photo, listed);
        figures.Taps += saw.Count + 3;
        photo.Scene = photo.Scene with
        {
            Named = photo.Scene.Named.Union(saw),
            Absent = photo.Scene.Absent.Union(listed).Except(photo.Scene.Named.Union(saw)),
            NobodyFromOutside = true,
            Approvals = photo.Scene.Approvals.Add(new ChannelApproval(channel, new UserId(Guid.Empty), Doubts) { IsSinceLastWord = true }),
        };
    }

    /// <summary>Who of those listed somebody sees in it; once in a while one is overlooked.</summary>
    private ImmutableHashSet<PersonId> LookFor(TermPicture photo, ImmutableHashSet<PersonId> listed)
    {
        var there = photo.Truth.Intersect(listed);
        return there.Count > 0 && random.NextDouble() < model.Errs ? there.Remove(there.Order(Comparer<PersonId>.Create((a, b) => a.Value.CompareTo(b.Value))).First()) : there;
    }

    private void Release(TermPicture photo, bool beforeAnybodyLooked)
    {
        foreach (var made in Engine.Decide(photo.Scene, school.Register, school.Policy).Channels)
        {
            if (made.Verdict is Verdict.Cleared && photo.Truth.Overlaps(school.Refusing[made.Channel]) && photo.Wrong.Add(made.Channel))
            {
                figures.Channels[made.Channel].Wrong++;
                figures.Channels[made.Channel].WrongBeforeAnybodyLooked += beforeAnybodyLooked ? 1 : 0;
            }
        }
    }

    private void Count(List<TermPicture> asked, ChannelId channel)
    {
        var figure = figures.Channels[channel];
        figure.Asked += asked.Count;
        figure.Held += asked.Count(p => VerdictOf(p, channel) is Verdict.Held);
        figure.Refused += asked.Count(p => VerdictOf(p, channel) is Verdict.Refused);
    }

    private void CountNaive(TermPicture photo)
    {
        foreach (var channel in photo.Scene.AskedFor)
        {
            var isHeld = !photo.Scene.Faces.IsEmpty;
            figures.Channels[channel].NaiveHeld += isHeld ? 1 : 0;
            figures.Channels[channel].NaiveWrong += !isHeld && photo.Truth.Overlaps(school.Refusing[channel]) ? 1 : 0;
        }
    }

    private Verdict VerdictOf(TermPicture photo, ChannelId channel) =>
        Engine.Decide(photo.Scene, school.Register, school.Policy).Channels.Single(c => c.Channel == channel).Verdict;
}
