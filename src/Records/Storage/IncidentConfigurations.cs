using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaGuard.Records.Storage;

/// <summary>Keys and indexes of incidents, seals, loans and the side log.</summary>
internal sealed class IncidentConfiguration :
    IEntityTypeConfiguration<IncidentRow>, IEntityTypeConfiguration<IncidentEntryRow>, IEntityTypeConfiguration<IncidentPersonRow>, IEntityTypeConfiguration<SealRow>,
    IEntityTypeConfiguration<LoanRow>, IEntityTypeConfiguration<ViewRow>
{
    public void Configure(EntityTypeBuilder<IncidentRow> builder)
    {
        builder.ToTable("Incidents").HasKey(r => new { r.SchoolId, r.Id });

        // unknown cameras only: elsewhere the key is null, and nulls differ
        builder.HasIndex(r => new { r.SchoolId, r.CameraKey, r.Day }).IsUnique();
        builder.HasIndex(r => new { r.SchoolId, r.ClosedAt });
        builder.Property(r => r.CameraKey).HasMaxLength(200);
        builder.Property(r => r.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<IncidentEntryRow> builder)
    {
        builder.ToTable("IncidentEntries").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.IncidentId });
    }

    public void Configure(EntityTypeBuilder<IncidentPersonRow> builder)
    {
        builder.ToTable("IncidentPeople").HasKey(r => new { r.SchoolId, r.IncidentId, r.PersonId });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
    }

    public void Configure(EntityTypeBuilder<SealRow> builder)
    {
        builder.ToTable("Seals").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
    }

    public void Configure(EntityTypeBuilder<LoanRow> builder)
    {
        builder.ToTable("Loans").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.DeviceId });
        builder.HasIndex(r => new { r.SchoolId, r.HolderId });
        builder.Property(r => r.SignedVersion).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ViewRow> builder)
    {
        builder.ToTable("Views").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
        builder.HasIndex(r => new { r.SchoolId, r.ChainedIn });
        builder.Property(r => r.Size).HasMaxLength(16);
    }
}
