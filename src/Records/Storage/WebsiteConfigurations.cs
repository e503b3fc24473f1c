using MediaGuard.Records.Rows;
using MediaGuard.Records.Publications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediaGuard.Records.Storage;

/// <summary>Keys and indexes of what is handed out by hand, where it is used, what stands beside it, and content systems' tokens.</summary>
internal sealed class WebsiteConfiguration :
    IEntityTypeConfiguration<HandOutRow>, IEntityTypeConfiguration<UsedAtRow>, IEntityTypeConfiguration<CaptionRow>, IEntityTypeConfiguration<WebsiteTokenRow>
{
    public void Configure(EntityTypeBuilder<HandOutRow> builder)
    {
        builder.ToTable("HandOuts").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.ReleaseId, r.TakenBy }).IsUnique();
        builder.Property(r => r.Channel).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<UsedAtRow> builder)
    {
        builder.ToTable("UsedAt").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => new { r.SchoolId, r.ReleaseId });
        builder.HasIndex(r => new { r.SchoolId, r.MediaId });
        builder.Property(r => r.Channel).HasMaxLength(32);
        builder.Property(r => r.Address).HasMaxLength(WebAddress.Longest);
    }

    public void Configure(EntityTypeBuilder<CaptionRow> builder)
    {
        builder.ToTable("Captions").HasKey(r => new { r.SchoolId, r.MediaId, r.Channel });
        builder.Property(r => r.Channel).HasMaxLength(32);
    }

    public void Configure(EntityTypeBuilder<WebsiteTokenRow> builder)
    {
        builder.ToTable("WebsiteTokens").HasKey(r => new { r.SchoolId, r.Id });
        builder.HasIndex(r => r.TokenHash).IsUnique();
        builder.Property(r => r.Name).HasMaxLength(WebsiteTokenRules.LongestName);
    }
}
