using System.Globalization;
using System.Text;
using System.Text.Json;
using MediaGuard.Consent.Incidents;
using MediaGuard.Media;

namespace MediaGuard.Records.Incidents;

/// <summary>An incident as a school puts it into CPOMS or another log: as text to paste, or as JSON. Holds names, never a picture.</summary>
public static class IncidentExport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string AsText(IncidentDetail incident, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var text = new StringBuilder();
        text.AppendLine(Words.Text($"Incident: {IncidentSentences.Of(incident.Line.Kind)}{(incident.Line.About.Length > 0 ? $" ({incident.Line.About})" : "")}"));
        text.AppendLine(Words.Text($"Reference: {incident.Line.Id:N}"));
        text.AppendLine(Words.Text($"Day: {Day(incident.Line.Day)}"));
        text.AppendLine(Words.Text($"Opened: {Say(incident.Line.OpenedAt, zone)} by {incident.OpenedBy ?? "MediaGuard"}"));
        if (incident.ConcernsHead)
        {
            text.AppendLine(Words.Text("Concerns the headteacher: yes"));
        }

        if (incident.Media is { } media)
        {
            text.AppendLine(incident.IsUnderSeal ? Words.Text($"Picture: {media}, under seal") : Words.Text($"Picture: {media}"));
        }

        if (incident.What.Length > 0)
        {
            text.AppendLine().AppendLine(Words.Text("What happened")).AppendLine(incident.What);
        }

        text.AppendLine().AppendLine(Words.Text("Who must be told"));
        foreach (var duty in incident.Duties)
        {
            text.AppendLine("- " + IncidentSentences.Of(duty.Party) + ": " + Told(duty, zone));
        }

        Section(text, Words.Text("What was done"), incident.Entries.Select(e => $"{Say(e.At, zone)}, {e.By}: {(e.Told is { } party ? Words.Text($"told {IncidentSentences.Of(party)}.") + " " : "")}{e.Text}".TrimEnd()));
        Section(text, Words.Text("Families affected"), incident.Families.Where(f => f.IsAffected).Select(f => $"{f.Name}{(f.Class is null ? "" : $", {f.Class}")}: {(f.ToldAt is { } at ? Words.Text($"told {Say(at, zone)}") : Words.Text("not told yet"))}"));
        if (incident.Line.ClosedAt is { } closed)
        {
            text.AppendLine().AppendLine(Words.Text($"Closed: {Say(closed, zone)} by {incident.ClosedBy}")).AppendLine(incident.Outcome);
        }

        return text.ToString();
    }

    public static string AsJson(IncidentDetail incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return JsonSerializer.Serialize(
            new
            {
                id = incident.Line.Id.ToString("N"),
                kind = incident.Line.Kind.ToString(),
                about = incident.Line.About,
                day = Day(incident.Line.Day),
                concernsHead = incident.ConcernsHead,
                what = incident.What,
                openedAt = incident.Line.OpenedAt.ToString(),
                openedBy = incident.OpenedBy,
                picture = incident.Media?.ToString(),
                isUnderSeal = incident.IsUnderSeal,
                duties = incident.Duties.Select(d => new { party = d.Party.ToString(), speed = d.Speed.ToString(), due = d.Due.ToString(), toldAt = d.ToldAt?.ToString(), standing = d.Standing.ToString() }),
                entries = incident.Entries.Select(e => new { at = e.At.ToString(), by = e.By, told = e.Told?.ToString(), text = e.Text }),
                families = incident.Families.Where(f => f.IsAffected).Select(f => new { person = f.Person.ToString(), name = f.Name, @class = f.Class, toldAt = f.ToldAt?.ToString() }),
                closedAt = incident.Line.ClosedAt?.ToString(),
                closedBy = incident.ClosedBy,
                outcome = incident.Outcome,
            },
            Json);
    }

    private static string Told(DutyView duty, TimeZoneInfo zone) => duty switch
    {
        { ToldAt: { } at, Standing: DutyStanding.ToldLate } => Words.Text($"told {Say(at, zone)}, late"),
        { ToldAt: { } at } => Words.Text($"told {Say(at, zone)}"),
        _ => Words.Text($"not told; due by {Say(duty.Due, zone)}"),
    };

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count > 0)
        {
            text.AppendLine().AppendLine(title);
            all.ForEach(line => text.Append("- ").AppendLine(line));
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Say(Instant moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment.ToDateTimeOffset(), zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
