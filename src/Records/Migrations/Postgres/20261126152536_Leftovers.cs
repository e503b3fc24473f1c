using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MediaGuard.Records.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Leftovers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Nicknames",
                table: "People",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NormalisedNicknames",
                table: "People",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Leftover",
                table: "Media",
                type: "character varying(48)",
                maxLength: 48,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<string>(
                name: "Nicknames",
                table: "ImportSteps",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "FoundRegions",
                columns: table => new
                {
                    SchoolId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MediaId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: true),
                    CentreX = table.Column<double>(type: "double precision", nullable: true),
                    CentreY = table.Column<double>(type: "double precision", nullable: true),
                    Width = table.Column<double>(type: "double precision", nullable: true),
                    Height = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FoundRegions", x => new { x.SchoolId, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_FoundRegions_SchoolId_MediaId",
                table: "FoundRegions",
                columns: new[] { "SchoolId", "MediaId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FoundRegions");

            migrationBuilder.DropColumn(
                name: "Nicknames",
                table: "People");

            migrationBuilder.DropColumn(
                name: "NormalisedNicknames",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Leftover",
                table: "Media");

            migrationBuilder.DropColumn(
                name: "Nicknames",
                table: "ImportSteps");
        }
    }
}
