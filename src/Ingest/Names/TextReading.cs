using MediaGuard.Media;

namespace MediaGuard.Ingest.Names;

/// <summary>Reads one text, the surest names first; words that were part of a surer name are not read again as a lesser one.</summary>
internal sealed class TextReading
{
    private readonly NameLookup _lookup;
    private readonly NameText _text;
    private readonly NameField _field;
    private readonly GroupId? _group;
    private readonly TextSpans _spans;
    private readonly LoneWords _lone;
    private readonly bool[] _read;
    private readonly bool[] _sure;
    private readonly List<NameHint> _hints = [];
    private readonly List<NameFind> _finds = [];

    public TextReading(NameLookup lookup, NameText text, NameField field, GroupId? group)
    {
        (_lookup, _text, _field, _group) = (lookup, text, field, group);
        _spans = new(lookup, text);
        (_read, _sure) = (new bool[text.Words.Length], new bool[text.Words.Length]);
        _lone = new(text, field, _sure);
    }

    public IReadOnlyList<NameHint> Hints()
    {
        if (_text.Words.Length > 0)
        {
            ReadFullNames();
            ReadInitials();
            ReadGivenNames();
            ReadSurnames();
        }

        return _hints;
    }

    /// <summary>The words that name somebody, in the text's order.</summary>
    public IReadOnlyList<NameFind> Finds()
    {
        Hints();
        return [.. _finds.OrderBy(find => find.Start)];
    }

    private void ReadFullNames()
    {
        var found = _spans.Glued.Select(span => (span.From, span.To, IsTurned: false, People: Of(span, Sureness.Full))).Where(one => one.People.Length > 0).ToList();
        var surnames = _spans.Surnames.ToLookup(span => span.From);
        foreach (var given in _spans.Given)
        {
            for (var next = given.To; next <= Math.Min(given.To + 3, _text.Words.Length); next++)
            {
                found.AddRange(surnames[next].Select(surname => (given.From, surname.To, IsTurned: false, People: Both(given, surname, next))));
            }

            found.AddRange(_spans.Surnames.Where(span => span.To == given.From && _lone.MayStandFirst(span, given)).Select(span => (span.From, given.To, IsTurned: true, People: Both(given, span, given.To))));
        }

        foreach (var (from, to, _, people) in found.Where(one => one.People.Length > 0).OrderBy(one => one.IsTurned).ThenByDescending(one => one.To - one.From).ThenBy(one => one.From))
        {
            Take(from, to, people, Sureness.Full);
        }
    }

    /// <summary>People of both spans; what stands between must be middle names or initials.</summary>
    private int[] Both(NameSpan given, NameSpan surname, int next)
    {
        if (surname.From >= given.To && !_lone.MayFollow(given, surname))
        {
            return [];
        }

        return [.. given.Entries.Select(entry => entry.Person).Where(person => surname.Entries.Any(entry => entry.Person == person) && Between(given.To, next, person)).Distinct()];
    }

    private bool Between(int from, int to, int person)
    {
        for (var at = from; at < to; at++)
        {
            if (_text.Words[at].Length > 1 && !_lookup.People[person].Middle.Contains(_text.Word(at).ToString()))
            {
                return false;
            }
        }

        return true;
    }

    private void ReadInitials()
    {
        foreach (var span in _spans.Glued)
        {
            Take(span.From, span.To, Of(span, Sureness.PreferredAndInitial), Sureness.PreferredAndInitial);
        }

        foreach (var given in _spans.Given.OrderByDescending(span => span.Words).Where(span => _lone.HasInitial(span)))
        {
            Take(given.From, given.To + 1, [.. People(given).Where(person => _lookup.People[person].HasSurnameInitial(_text.Word(given.To)[0]))], Sureness.PreferredAndInitial);
        }

        foreach (var surname in _spans.Surnames.OrderByDescending(span => span.Words).Where(span => span.From > 0 && !_lone.IsOrdinary(span)))
        {
            if (_text.Words[surname.From - 1].Length == 1)
            {
                var initial = _text.Word(surname.From - 1)[0];
                Take(surname.From - 1, surname.To, [.. People(surname).Where(person => _lookup.People[person].HasInitial(initial))], Sureness.PreferredAndInitial);
            }
        }

        foreach (var surname in _spans.Surnames.Where(span => span.From > 0 && Titles.Contains(_text.Word(span.From - 1))))
        {
            Take(surname.From, surname.To, [.. People(surname).Where(person => !_lookup.People[person].Person.IsPupil)], Sureness.PreferredOnly);
        }
    }

    /// <summary>Everyday words last: a surer name beside them may vouch for them.</summary>
    private void ReadGivenNames()
    {
        foreach (var given in _spans.Given.OrderBy(span => _lone.IsOrdinary(span)).ThenByDescending(span => span.Words))
        {
            Take(given.From, given.To, People(given), _lone.SurenessOf(given));
        }
    }

    private void ReadSurnames()
    {
        foreach (var surname in _spans.Surnames.OrderByDescending(span => span.Words).Where(span => !_lone.IsOrdinary(span)))
        {
            Take(surname.From, surname.To, People(surname), Sureness.Weak);
        }
    }

    private static int[] Of(NameSpan span, Sureness sureness) => [.. span.Entries.Where(entry => entry.Sureness == sureness).Select(entry => entry.Person).Distinct()];

    private static int[] People(NameSpan span) => [.. span.Entries.Select(entry => entry.Person).Distinct()];

    /// <summary>Where some are of the photo's class, only they are meant.</summary>
    private void Take(int from, int to, int[] people, Sureness sureness)
    {
        if (people.Length == 0 || _read.AsSpan(from, to - from).Contains(true))
        {
            return;
        }

        _read.AsSpan(from, to - from).Fill(true);
        _sure.AsSpan(from, to - from).Fill(sureness > Sureness.Weak);
        var near = _group is { } group ? Array.FindAll(people, person => _lookup.People[person].Person.Groups.Contains(group)) : [];
        var held = _field is NameField.Author ? Sureness.Weak : sureness;
        var meant = Array.ConvertAll(near.Length > 0 ? near : people, person => _lookup.People[person].Person.Id);
        _hints.AddRange(meant.Select(person => new NameHint(person, held, _field)));
        var (first, last) = _text.Place(from, to);
        _finds.Add(new(first, last + 1 - first, held, [.. meant]));
    }
}
