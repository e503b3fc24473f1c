using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaGuard.Records.Storage;

/// <summary>Keys and indexes of media, scenes, verdicts and releases.</summary>
internal sealed class MediaConfiguration :
    IEntityTypeConfiguration<MediaRow>, IEntityTypeConfiguration<SourceClaimRow>, IEntityTypeConfiguration<FoundNameRow>, IEntityTypeConfiguration<FoundRegionRow>, IEntityTypeConfiguration<NameHintRow>, IEntityTypeConfiguration<RenditionRow>,
    IEntityTypeConfiguration<FaceRow>, IEntityTypeConfiguration<AttestationRow>, IEntityTypeConfiguration<VerdictRow>, IEntityTypeConfiguration<PeopleSetRow>, IEntityTypeConfiguration<QueueRow>,
    IEntityTypeConfiguration<ReleaseRow>, IEntityTypeConfiguration<ReceiptRow>, IEntityTypeConfiguration<TombstoneRow>, IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<MediaRow> builder)
    {
        builder.ToTable("Media").HasKey(r => new { r.SchoolId, r.Id });
        builder.Property(r => r.Fence).IsConcurrencyToken();
        builder.Property(r => r.Leftover).HasDefaultValue(LeftoverKind.None).HasSentinel(LeftoverKind.None);
        builder.HasIndex(r => new { r.SchoolId, r.Sha256 });
        builder.HasIndex(r => new { r.SchoolId, r.Status, r.NotBefore });
        builder.HasIndex(r => new { r.SchoolId, r.ArrivedOn, r.GroupId });
        builder.HasIndex(r => new { r.SchoolId, r.DecideAgain });
        builder.HasIndex(r => new { r.SchoolId, r.SourceState });
    }

    public void Configure(EntityTypeBuilder<SourceClaimRow> builder)
    {
        builder.ToTable("SourceClaims").HasKey(r => new { r.SchoolId, r.PathHash });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
    }

    public void Configure(EntityTypeBuilder<FoundNameRow> builder)
    {
        builder.ToTable("FoundNames").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
    }

    public void Configure(EntityTypeBuilder<FoundRegionRow> builder)
    {
        builder.ToTable("FoundRegions").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
    }

    public void Configure(EntityTypeBuilder<NameHintRow> builder)
    {
        builder.ToTable("NameHints").HasKey(r => new { r.SchoolId, r.MediaId, r.PersonId, r.Field });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
    }

    public void Configure(EntityTypeBuilder<RenditionRow> builder)
    {
        builder.ToTable("Renditions").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
        builder.HasIndex(r => new { r.SchoolId, r.Kind, r.MadeAt });
    }

    public void Configure(EntityTypeBuilder<FaceRow> builder)
    {
        builder.ToTable("Faces").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.SuggestedPersonId });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
    }

    public void Configure(EntityTypeBuilder<AttestationRow> builder)
    {
        builder.ToTable("Attestations").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
        builder.HasIndex(r => new { r.SchoolId, r.ContentSha256 });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
    }

    public void Configure(EntityTypeBuilder<VerdictRow> builder)
    {
        builder.ToTable("Verdicts").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId, r.IsCurrent });
        builder.HasIndex(r => new { r.SchoolId, r.Channel, r.Verdict, r.IsCurrent });
        builder.HasIndex(r => new { r.SchoolId, r.RestsOn, r.IsCurrent });
    }

    public void Configure(EntityTypeBuilder<PeopleSetRow> builder)
    {
        builder.ToTable("PeopleSets").HasKey(r => new { r.SchoolId, r.SetId, r.PersonId });
        builder.HasIndex(r => new { r.SchoolId, r.PersonId });
    }

    public void Configure(EntityTypeBuilder<QueueRow> builder)
    {
        builder.ToTable("Queue").HasKey(r => new { r.SchoolId, r.MediaId, r.Channel });
        builder.HasIndex(r => new { r.SchoolId, r.Channel, r.State });
        builder.HasIndex(r => new { r.SchoolId, r.RestsOn });
    }

    public void Configure(EntityTypeBuilder<ReleaseRow> builder)
    {
        builder.ToTable("Releases").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId, r.Channel });
        builder.HasIndex(r => new { r.SchoolId, r.State });
        builder.HasIndex(r => new { r.SchoolId, r.RestsOn });
        builder.HasIndex(r => r.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReceiptRow> builder)
    {
        builder.ToTable("Receipts").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
    }

    public void Configure(EntityTypeBuilder<TombstoneRow> builder) => builder.ToTable("Tombstones").HasKey(r => new { r.SchoolId, r.Mac });

    public void Configure(EntityTypeBuilder<AuditRow> builder) => builder.ToTable("Audit").HasKey(r => new { r.SchoolId, r.Sequence });
}
