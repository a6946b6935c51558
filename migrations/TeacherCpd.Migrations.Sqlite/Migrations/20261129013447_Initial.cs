using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TeacherCpd.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ApprovalDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalDocuments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditHeads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHeads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditProcesses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditProcesses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CannedAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsOffered = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text_En = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Text_Kk = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Text_Ru = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title_Kk = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title_Ru = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CannedAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IndexBlocks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Data = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexBlocks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IndexSegments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FirstNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    BucketBits = table.Column<int>(type: "INTEGER", nullable: false),
                    Postings = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexSegments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IssuerKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    X = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Y = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompromisedSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuerKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LibraryCounts",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryCounts", x => new { x.Number, x.Region, x.Month, x.Use });
                });

            migrationBuilder.CreateTable(
                name: "LibrarySections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    About_En = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    About_Kk = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    About_Ru = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Name_En = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name_Kk = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name_Ru = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibrarySections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LibraryTerms",
                columns: table => new
                {
                    Term = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    InTitle = table.Column<bool>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryTerms", x => new { x.Term, x.InTitle, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "LtiKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    PublicKey = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Sealed = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LtiKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LtiTools",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    LoginUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    LaunchUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    KeySetUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    IsToldNames = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LtiTools", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SearchKey = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Settlement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ownership = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Name_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Name_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organisations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Organisations_Organisations_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Persons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Iin = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    FamilyName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GivenName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Patronymic = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SortKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OneTimePasswordSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Persons", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RuleSets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BasedOnId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleSets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RuleSets_RuleSets_BasedOnId",
                        column: x => x.BasedOnId,
                        principalTable: "RuleSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScheduleRuns",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScheduleRuns", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "TestItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TestItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "YearlyTerms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Session = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplyFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ApplyTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TestFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TestTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TestFee = table.Column<int>(type: "INTEGER", nullable: true),
                    EssayTopics = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_YearlyTerms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProcessId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Record = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Values = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AuditEvents_AuditProcesses_ProcessId",
                        column: x => x.ProcessId,
                        principalTable: "AuditProcesses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LibrarySectionRights",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Right = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibrarySectionRights", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LibrarySectionRights_LibrarySections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "LibrarySections",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "LtiAssertions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Jti = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LtiAssertions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LtiAssertions_LtiTools_ToolId",
                        column: x => x.ToolId,
                        principalTable: "LtiTools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LtiCourses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TargetUrl = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Hours = table.Column<int>(type: "INTEGER", nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title_Kk = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title_Ru = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LtiCourses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LtiCourses_LtiTools_ToolId",
                        column: x => x.ToolId,
                        principalTable: "LtiTools",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttestationCycles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Session = table.Column<int>(type: "INTEGER", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Dates_Applications = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_Close = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_Orders = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_Review = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_Sittings = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Dates_Test = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttestationCycles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttestationCycles_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BranchRegions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BranchRegions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BranchRegions_Organisations_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BranchRegions_Organisations_RegionId",
                        column: x => x.RegionId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LessonStudies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ClassName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Conclusions = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    SharedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LessonStudies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LessonStudies_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrganisationAliases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganisationAliases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OrganisationAliases_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Programmes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    CentreId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Audiences = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Family_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Family_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Family_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Subject_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Subject_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Subject_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Programmes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Programmes_Organisations_CentreId",
                        column: x => x.CentreId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Providers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Providers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Providers_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RatingRubrics",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FromYear = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RatingRubrics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RatingRubrics_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rubrics",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CentreId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UnsatisfactoryPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    GoodPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rubrics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rubrics_Organisations_CentreId",
                        column: x => x.CentreId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolTeams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Aim = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FormedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolTeams", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchoolTeams_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolVisits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledWhy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolVisits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchoolVisits_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SchoolVisits_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Studies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HasEnglish = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Methods = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Science = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Indicators = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Collection = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Analysts = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Confidentiality = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ResultAccess = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Studies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Studies_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingTallies",
                columns: table => new
                {
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    InOrder = table.Column<int>(type: "INTEGER", nullable: false),
                    DueSoon = table.Column<int>(type: "INTEGER", nullable: false),
                    Overdue = table.Column<int>(type: "INTEGER", nullable: false),
                    Never = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingTallies", x => x.OrganisationId);
                    table.ForeignKey(
                        name: "FK_TrainingTallies_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrialTests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    ShowsAnswersAtOnce = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrialTests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrialTests_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VisitTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitTemplates_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Accounts_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApiReplies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Location = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Body = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiReplies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiReplies_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApiTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ScopeNames = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UsedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApiTokens_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessorProfiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Languages = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Directions = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    MostOpen = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessorProfiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessorProfiles_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttestationNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttestationNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttestationNotices_Persons_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BankComments_Persons_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CalendarFeeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarFeeds_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CategoryNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CategoryRecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CategoryNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CategoryNotices_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CategoryPauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AnnulledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnnulReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CategoryPauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CategoryPauses_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CertificateTemplates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kk_Heading = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Kk_Lines = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Kk_Statement = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Kk_Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Ru_Heading = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Ru_Lines = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Ru_Statement = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Ru_Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateTemplates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CertificateTemplates_Persons_PublishedById",
                        column: x => x.PublishedById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoachEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CoachId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoachEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoachEvents_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoachEvents_Persons_CoachId",
                        column: x => x.CoachId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Commissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SecretaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Name_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Name_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Commissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Commissions_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Commissions_Persons_SecretaryId",
                        column: x => x.SecretaryId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeclaredTies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Iin = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeclaredTies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeclaredTies_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DevelopmentActivities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Organiser = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Hours = table.Column<int>(type: "INTEGER", nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FileContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FileSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DevelopmentActivities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DevelopmentActivities_Persons_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DevelopmentActivities_Persons_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DevelopmentActivities_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Employments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Employments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Employments_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Employments_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "EvidenceItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OriginId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FileContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FileSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConsentedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceItems_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LibraryMaterials",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActiveIn = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryMaterials", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LibraryMaterials_LibrarySections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "LibrarySections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LibraryMaterials_Persons_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MailChoices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WantsSingleMails = table.Column<bool>(type: "INTEGER", nullable: false),
                    DoesWithoutOwn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailChoices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MailChoices_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MarkingReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Comparisons = table.Column<int>(type: "INTEGER", nullable: false),
                    Same = table.Column<int>(type: "INTEGER", nullable: false),
                    Steps = table.Column<int>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarkingReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MarkingReports_Persons_AssessorId",
                        column: x => x.AssessorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MentoringPairs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorSchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MentorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    YoungTeacherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Goals = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    OtherSchoolReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MentorAcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    YoungTeacherAcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EndedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    MentorOutcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    YoungTeacherOutcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    MentorActivityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    YoungTeacherActivityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MentoringPairs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MentoringPairs_Organisations_MentorSchoolId",
                        column: x => x.MentorSchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MentoringPairs_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MentoringPairs_Persons_MentorId",
                        column: x => x.MentorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MentoringPairs_Persons_YoungTeacherId",
                        column: x => x.YoungTeacherId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NetworkLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    YearStart = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrderNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    OrderedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ReplacedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NetworkLists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NetworkLists_NetworkLists_ReplacedById",
                        column: x => x.ReplacedById,
                        principalTable: "NetworkLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NetworkLists_Organisations_RegionId",
                        column: x => x.RegionId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NetworkLists_Persons_MadeById",
                        column: x => x.MadeById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutsideIdentities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    Proof = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LinkedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideIdentities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutsideIdentities_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PortfolioExports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RegionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AssessorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Portfolios = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortfolioExports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PortfolioExports_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterExports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AfterId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ReadyAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterExports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterExports_Organisations_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterExports_Persons_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterExports_RegisterExports_AfterId",
                        column: x => x.AfterId,
                        principalTable: "RegisterExports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AsOf = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    UnknownHeadings = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Passes = table.Column<int>(type: "INTEGER", nullable: false),
                    Confirmed = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RowsDroppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterImports_Organisations_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterImports_Persons_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoleAssignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleAssignments_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "SchoolCoaches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TrainedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolCoaches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SchoolCoaches_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SchoolCoaches_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandardisationEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardisationEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardisationEvents_Persons_By",
                        column: x => x.By,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StatedTables",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Cells = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    KeptById = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatedTables", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatedTables_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StatedTables_Persons_KeptById",
                        column: x => x.KeptById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sign = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Recording = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupportEvents_Persons_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Tickets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Region = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FirstAnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnswerMinutes = table.Column<int>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tickets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tickets_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainerNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainerNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainerNotices_Persons_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Trainers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Languages = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Trainers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Trainers_Organisations_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Trainers_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingStates",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DistrictId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LastCourseOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SatisfiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingStates", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_TrainingStates_Organisations_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingStates_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingStates_Organisations_RegionId",
                        column: x => x.RegionId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingStates_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Webhooks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EventNames = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProtectedKey = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FailingSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Failures = table.Column<int>(type: "INTEGER", nullable: false),
                    RestsUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Webhooks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Webhooks_Organisations_PlaceId",
                        column: x => x.PlaceId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Webhooks_Persons_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    YearKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    YearStart = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkPlans_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkPlans_Persons_MadeById",
                        column: x => x.MadeById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LessonObservations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeacherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObserverId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RuleSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Variant = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LessonNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ClassName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Levels = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    Recommendations = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LessonObservations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LessonObservations_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LessonObservations_Persons_ObserverId",
                        column: x => x.ObserverId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LessonObservations_Persons_TeacherId",
                        column: x => x.TeacherId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LessonObservations_RuleSets_RuleSetId",
                        column: x => x.RuleSetId,
                        principalTable: "RuleSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RuleSimulations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeforeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AfterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    Counts = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleSimulations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RuleSimulations_Persons_AskedById",
                        column: x => x.AskedById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RuleSimulations_RuleSets_AfterId",
                        column: x => x.AfterId,
                        principalTable: "RuleSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RuleSimulations_RuleSets_BeforeId",
                        column: x => x.BeforeId,
                        principalTable: "RuleSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    RetiredWhy = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsFaulty = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemVersions_Persons_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemVersions_TestItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "TestItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LtiLaunches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LtiLaunches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LtiLaunches_LtiCourses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "LtiCourses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LtiLaunches_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LtiScores",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CourseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Given = table.Column<double>(type: "REAL", nullable: true),
                    Maximum = table.Column<double>(type: "REAL", nullable: true),
                    Progress = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Grading = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LtiScores", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LtiScores_LtiCourses_CourseId",
                        column: x => x.CourseId,
                        principalTable: "LtiCourses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LtiScores_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CycleSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ToldAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CycleSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CycleSteps_AttestationCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "AttestationCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LessonStudyMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ActivityId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LessonStudyMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LessonStudyMembers_LessonStudies_StudyId",
                        column: x => x.StudyId,
                        principalTable: "LessonStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LessonStudyMembers_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LessonStudyPupils",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Letter = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    Portrait = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LessonStudyPupils", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LessonStudyPupils_LessonStudies_StudyId",
                        column: x => x.StudyId,
                        principalTable: "LessonStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResearchLessons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TeacherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TaughtOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Discussion = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResearchLessons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ResearchLessons_LessonStudies_StudyId",
                        column: x => x.StudyId,
                        principalTable: "LessonStudies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ResearchLessons_Persons_TeacherId",
                        column: x => x.TeacherId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Handouts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RegisteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handouts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handouts_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeAccreditations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeAccreditations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgrammeAccreditations_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hours = table.Column<int>(type: "INTEGER", nullable: true),
                    Format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ApplicationSteps = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TeamSize = table.Column<int>(type: "INTEGER", nullable: true),
                    MinimumAttendance = table.Column<int>(type: "INTEGER", nullable: false),
                    DevelopedIn = table.Column<int>(type: "INTEGER", nullable: true),
                    ChangeReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Languages = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FinalAssessment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AssessingBodyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Competences = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    StudySummary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    StudyLink = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    WithdrawalReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Audience_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Audience_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Audience_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgrammeVersions_Organisations_AssessingBodyId",
                        column: x => x.AssessingBodyId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgrammeVersions_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Quotas",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Funding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Planned = table.Column<int>(type: "INTEGER", nullable: false),
                    Granted = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Quotas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Quotas_Organisations_RegionId",
                        column: x => x.RegionId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Quotas_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProviderAccreditations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agency = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderAccreditations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProviderAccreditations_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QualityReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QualityReviews_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RatingBands",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: true),
                    To = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RatingBands", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RatingBands_RatingRubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "RatingRubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RatingBlocks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Criteria = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RatingBlocks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RatingBlocks_RatingRubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "RatingRubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Ratings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ratings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ratings_RatingRubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "RatingRubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MarkingClearances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenById = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MarkingClearances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MarkingClearances_Persons_AssessorId",
                        column: x => x.AssessorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MarkingClearances_Persons_GivenById",
                        column: x => x.GivenById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MarkingClearances_Rubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "Rubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecertificationCampaigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DueUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReportsUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecertificationCampaigns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecertificationCampaigns_Rubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "Rubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RubricCriteria",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Weight = table.Column<int>(type: "INTEGER", nullable: false),
                    IsDecisive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Good_En = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Good_Kk = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Good_Ru = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Satisfactory_En = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Satisfactory_Kk = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Satisfactory_Ru = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Unsatisfactory_En = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Unsatisfactory_Kk = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Unsatisfactory_Ru = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RubricCriteria", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RubricCriteria_Rubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "Rubrics",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "TeamCourses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolledAs = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamCourses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamCourses_SchoolTeams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "SchoolTeams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TeamMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamMembers_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TeamMembers_SchoolTeams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "SchoolTeams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TeamReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamReviews_SchoolTeams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "SchoolTeams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TeamTasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TeamTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TeamTasks_Persons_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TeamTasks_SchoolTeams_TeamId",
                        column: x => x.TeamId,
                        principalTable: "SchoolTeams",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VisitNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitNotices_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VisitNotices_SchoolVisits_VisitId",
                        column: x => x.VisitId,
                        principalTable: "SchoolVisits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VisitStages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Task = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ResponsibleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedById = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitStages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitStages_Persons_ClosedById",
                        column: x => x.ClosedById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VisitStages_Persons_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VisitStages_SchoolVisits_VisitId",
                        column: x => x.VisitId,
                        principalTable: "SchoolVisits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NeedProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Competence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NeedProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NeedProposals_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NeedProposals_Studies_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Studies",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Questionnaires",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Token = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questionnaires", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Questionnaires_Studies_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Studies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudyProgrammes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudyProgrammes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudyProgrammes_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StudyProgrammes_Studies_StudyId",
                        column: x => x.StudyId,
                        principalTable: "Studies",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "TestAttempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TestAttempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TestAttempts_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TestAttempts_TrialTests_TestId",
                        column: x => x.TestId,
                        principalTable: "TrialTests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrialTestSections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrialTestSections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrialTestSections_TrialTests_TestId",
                        column: x => x.TestId,
                        principalTable: "TrialTests",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "VisitTemplateStages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TemplateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueAfterDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Task = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitTemplateStages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitTemplateStages_VisitTemplates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "VisitTemplates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoachEventPeople",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoachEventPeople", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoachEventPeople_CoachEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "CoachEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoachEventPeople_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoachEventPeople_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoachEventSchools",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Participants = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoachEventSchools", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CoachEventSchools_CoachEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "CoachEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoachEventSchools_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttestationCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RuleSetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CurrentCategory = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ClaimedCategory = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CycleId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AppliedLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    RefusalGround = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RefusalWords = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CommissionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TestPercent = table.Column<int>(type: "INTEGER", nullable: true),
                    TestOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttestationCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttestationCases_AttestationCycles_CycleId",
                        column: x => x.CycleId,
                        principalTable: "AttestationCycles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttestationCases_Commissions_CommissionId",
                        column: x => x.CommissionId,
                        principalTable: "Commissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttestationCases_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttestationCases_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttestationCases_RuleSets_RuleSetId",
                        column: x => x.RuleSetId,
                        principalTable: "RuleSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChairBallots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ElectedId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChairBallots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChairBallots_Commissions_CommissionId",
                        column: x => x.CommissionId,
                        principalTable: "Commissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ChairBallots_Persons_ElectedId",
                        column: x => x.ElectedId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CommissionMembers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsChair = table.Column<bool>(type: "INTEGER", nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommissionMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommissionMembers_Commissions_CommissionId",
                        column: x => x.CommissionId,
                        principalTable: "Commissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommissionMembers_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sittings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Recording = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sittings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sittings_Commissions_CommissionId",
                        column: x => x.CommissionId,
                        principalTable: "Commissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LibraryVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsKk = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsRu = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsEn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GradeFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    GradeTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Authors = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    FileContentType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    FileSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Summary_En = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Summary_Kk = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Summary_Ru = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title_Kk = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title_Ru = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LibraryVersions_LibraryMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "LibraryMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PairSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PairId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PairSteps_MentoringPairs_PairId",
                        column: x => x.PairId,
                        principalTable: "MentoringPairs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LeadingSchools",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LeadingSchools", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LeadingSchools_NetworkLists_ListId",
                        column: x => x.ListId,
                        principalTable: "NetworkLists",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_LeadingSchools_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExportParts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Portfolios = table.Column<int>(type: "INTEGER", nullable: false),
                    Files = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LastCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExportParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExportParts_PortfolioExports_ExportId",
                        column: x => x.ExportId,
                        principalTable: "PortfolioExports",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "RegisterExportPortions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    LastPersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    RowCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Prints = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterExportPortions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterExportPortions_RegisterExports_ExportId",
                        column: x => x.ExportId,
                        principalTable: "RegisterExports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterPortions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    RowCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Findings = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Counts = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Pass = table.Column<int>(type: "INTEGER", nullable: false),
                    Changes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Written = table.Column<int>(type: "INTEGER", nullable: false),
                    Kept = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterPortions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterPortions_RegisterImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "RegisterImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TicketEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TicketId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsAnswer = table.Column<bool>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TicketEntries_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketEntries_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StandardisationParts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StandardisationParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StandardisationParts_StandardisationEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "StandardisationEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StandardisationParts_Trainers_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Trainers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainerAuthorisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TrainedAs = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Interrupted = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainerAuthorisations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainerAuthorisations_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainerAuthorisations_Trainers_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Trainers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainerContracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainerContracts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainerContracts_Trainers_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Trainers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainerNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainerNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainerNotes_Persons_By",
                        column: x => x.By,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainerNotes_Trainers_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Trainers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WebhookDeliveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WebhookId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NextAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookDeliveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookDeliveries_Webhooks_WebhookId",
                        column: x => x.WebhookId,
                        principalTable: "Webhooks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Rows = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanImports_Persons_ById",
                        column: x => x.ById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanImports_WorkPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "WorkPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Deadline = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PlannedDeadline = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Form = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanItems_WorkPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "WorkPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agrees = table.Column<bool>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemReviews_ItemVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ItemVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemReviews_Persons_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PupilObservations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StudyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LessonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObserverId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Letter = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PupilObservations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PupilObservations_LessonStudies_StudyId",
                        column: x => x.StudyId,
                        principalTable: "LessonStudies",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PupilObservations_Persons_ObserverId",
                        column: x => x.ObserverId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PupilObservations_ResearchLessons_LessonId",
                        column: x => x.LessonId,
                        principalTable: "ResearchLessons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HandoutTexts",
                columns: table => new
                {
                    HandoutId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandoutTexts", x => x.HandoutId);
                    table.ForeignKey(
                        name: "FK_HandoutTexts_Handouts_HandoutId",
                        column: x => x.HandoutId,
                        principalTable: "Handouts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    InForceFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reports = table.Column<int>(type: "INTEGER", nullable: false),
                    HasPresentation = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsChecked = table.Column<bool>(type: "INTEGER", nullable: false),
                    ThresholdPermille = table.Column<int>(type: "INTEGER", nullable: true),
                    Consequence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FormativeDays = table.Column<int>(type: "INTEGER", nullable: true),
                    SummativeDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Marking = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ModerationPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    ReleasesTogether = table.Column<bool>(type: "INTEGER", nullable: false),
                    AppealDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentPlans_ProgrammeVersions_ProgrammeVersionId",
                        column: x => x.ProgrammeVersionId,
                        principalTable: "ProgrammeVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssessmentPlans_Rubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "Rubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProgrammeVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Funding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainerTakenOffAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SmallestSize = table.Column<int>(type: "INTEGER", nullable: false),
                    Capacity = table.Column<int>(type: "INTEGER", nullable: false),
                    Venue = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    MeetingLink = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Groups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Groups_Organisations_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Groups_Persons_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Groups_ProgrammeVersions_ProgrammeVersionId",
                        column: x => x.ProgrammeVersionId,
                        principalTable: "ProgrammeVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgrammeContacts_ProgrammeVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ProgrammeVersions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgrammeCorrections_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgrammeCorrections_ProgrammeVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ProgrammeVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeModules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Hours = table.Column<int>(type: "INTEGER", nullable: false),
                    Activities = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Inclusive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Title_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeModules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgrammeModules_ProgrammeVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ProgrammeVersions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ProgrammePhases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hours = table.Column<int>(type: "INTEGER", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: true),
                    Weeks = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammePhases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgrammePhases_ProgrammeVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ProgrammeVersions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeVersionApprovals",
                columns: table => new
                {
                    ApprovalId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeVersionApprovals", x => new { x.ApprovalId, x.VersionId });
                    table.ForeignKey(
                        name: "FK_ProgrammeVersionApprovals_ApprovalDocuments_ApprovalId",
                        column: x => x.ApprovalId,
                        principalTable: "ApprovalDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgrammeVersionApprovals_ProgrammeVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ProgrammeVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuotaShortfalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuotaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuotaShortfalls", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuotaShortfalls_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_QuotaShortfalls_Quotas_QuotaId",
                        column: x => x.QuotaId,
                        principalTable: "Quotas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuotaTransfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromQuotaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToQuotaId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Places = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuotaTransfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuotaTransfers_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_QuotaTransfers_Quotas_FromQuotaId",
                        column: x => x.FromQuotaId,
                        principalTable: "Quotas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_QuotaTransfers_Quotas_ToQuotaId",
                        column: x => x.ToQuotaId,
                        principalTable: "Quotas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RatingRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RatingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Learners = table.Column<int>(type: "INTEGER", nullable: true),
                    StatedTenths = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RatingRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RatingRows_Ratings_RatingId",
                        column: x => x.RatingId,
                        principalTable: "Ratings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VisitCounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisitCounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_VisitCounts_VisitStages_StageId",
                        column: x => x.StageId,
                        principalTable: "VisitStages",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "QuestionnaireVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionnaireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    FrozenAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionnaireVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuestionnaireVersions_Questionnaires_QuestionnaireId",
                        column: x => x.QuestionnaireId,
                        principalTable: "Questionnaires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudyInvitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionnaireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InvitedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsAnswered = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudyInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudyInvitations_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StudyInvitations_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StudyInvitations_Questionnaires_QuestionnaireId",
                        column: x => x.QuestionnaireId,
                        principalTable: "Questionnaires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudyNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionnaireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudyNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudyNotices_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StudyNotices_Questionnaires_QuestionnaireId",
                        column: x => x.QuestionnaireId,
                        principalTable: "Questionnaires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttemptAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Chosen = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    GivenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    IsSeen = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsRight = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsCredited = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rest = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttemptAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttemptAnswers_ItemVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ItemVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttemptAnswers_TestAttempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "TestAttempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemAppeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    FiledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemAppeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemAppeals_ItemVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "ItemVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemAppeals_Persons_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemAppeals_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemAppeals_TestAttempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "TestAttempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseEssays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Words = table.Column<int>(type: "INTEGER", nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprints = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CheckStatus = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SimilarityPermille = table.Column<int>(type: "INTEGER", nullable: true),
                    Sources = table.Column<int>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseEssays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseEssays_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    PutAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OriginId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    FileContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    FileSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseEvidence_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_CaseEvidence_EvidenceItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "EvidenceItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseRecusals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseRecusals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseRecusals_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseRecusals_Persons_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CategoryRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GrantedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Paragraph = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    GivenBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnnulledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnnulReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CategoryRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CategoryRecords_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CategoryRecords_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChainLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RecordId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    KeyName = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Signature = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChainLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChainLinks_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CriterionClaims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CriterionClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CriterionClaims_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CriterionScores",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    MarkedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    MarkedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CriterionScores", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CriterionScores_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CriterionScores_Persons_MarkedBy",
                        column: x => x.MarkedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TestTaskAppeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TestOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PercentBefore = table.Column<int>(type: "INTEGER", nullable: false),
                    Task = table.Column<int>(type: "INTEGER", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PercentAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TestTaskAppeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TestTaskAppeals_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ViolationActs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ViolationActs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ViolationActs_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ViolationActs_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BallotMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BallotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VoterId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BallotMarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BallotMarks_ChairBallots_BallotId",
                        column: x => x.BallotId,
                        principalTable: "ChairBallots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BallotMarks_Persons_VoterId",
                        column: x => x.VoterId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BallotTallies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BallotId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CandidateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Votes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BallotTallies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BallotTallies_ChairBallots_BallotId",
                        column: x => x.BallotId,
                        principalTable: "ChairBallots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BallotTallies_Persons_CandidateId",
                        column: x => x.CandidateId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttestationOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    SittingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttestationOrders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttestationOrders_Sittings_SittingId",
                        column: x => x.SittingId,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseVotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommissionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SittingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Conforms = table.Column<bool>(type: "INTEGER", nullable: false),
                    Lower = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    CastAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseVotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseVotes_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseVotes_Commissions_CommissionId",
                        column: x => x.CommissionId,
                        principalTable: "Commissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseVotes_Persons_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseVotes_Sittings_SittingId",
                        column: x => x.SittingId,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Protocols",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CommissionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Members = table.Column<int>(type: "INTEGER", nullable: false),
                    SittingId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Recused = table.Column<int>(type: "INTEGER", nullable: false),
                    For = table.Column<int>(type: "INTEGER", nullable: false),
                    Against = table.Column<int>(type: "INTEGER", nullable: false),
                    ChairDecided = table.Column<bool>(type: "INTEGER", nullable: false),
                    Conforms = table.Column<bool>(type: "INTEGER", nullable: false),
                    GrantedCategory = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Requirements = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Protocols", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Protocols_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Protocols_Commissions_CommissionId",
                        column: x => x.CommissionId,
                        principalTable: "Commissions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Protocols_Sittings_SittingId",
                        column: x => x.SittingId,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SittingItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SittingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SittingItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SittingItems_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SittingItems_Sittings_SittingId",
                        column: x => x.SittingId,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SittingPresences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SittingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SittingPresences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SittingPresences_Persons_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SittingPresences_Sittings_SittingId",
                        column: x => x.SittingId,
                        principalTable: "Sittings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LibraryEntries",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsKk = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsRu = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsEn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    GradeFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    GradeTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ActiveIn = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryEntries", x => x.Number);
                    table.ForeignKey(
                        name: "FK_LibraryEntries_LibraryVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "LibraryVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LibraryReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Agrees = table.Column<bool>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LibraryReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LibraryReviews_LibraryVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "LibraryVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LibraryReviews_Persons_ReviewerId",
                        column: x => x.ReviewerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PairMeetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PairId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StepId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reply = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairMeetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PairMeetings_MentoringPairs_PairId",
                        column: x => x.PairId,
                        principalTable: "MentoringPairs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PairMeetings_PairSteps_StepId",
                        column: x => x.StepId,
                        principalTable: "PairSteps",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PartnerSchools",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeadingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PartnerSchools", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PartnerSchools_LeadingSchools_LeadingId",
                        column: x => x.LeadingId,
                        principalTable: "LeadingSchools",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_PartnerSchools_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TicketNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TicketId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TicketNotices_TicketEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "TicketEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TicketNotices_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recertifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsCarriedOver = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProtocolNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ProtocolOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recertifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recertifications_Persons_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recertifications_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recertifications_RecertificationCampaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "RecertificationCampaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recertifications_TrainerAuthorisations_AuthorisationId",
                        column: x => x.AuthorisationId,
                        principalTable: "TrainerAuthorisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Recertifications_Trainers_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Trainers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainerAuthorisationSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainerAuthorisationSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainerAuthorisationSteps_Persons_By",
                        column: x => x.By,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainerAuthorisationSteps_TrainerAuthorisations_AuthorisationId",
                        column: x => x.AuthorisationId,
                        principalTable: "TrainerAuthorisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WebhookTries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: true),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WebhookTries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WebhookTries_WebhookDeliveries_DeliveryId",
                        column: x => x.DeliveryId,
                        principalTable: "WebhookDeliveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WindowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanNotices_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanNotices_PlanItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "PlanItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanProofs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanProofs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanProofs_Persons_ById",
                        column: x => x.ById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanProofs_PlanItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "PlanItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanResponsible",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanResponsible", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanResponsible_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanResponsible_PlanItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "PlanItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanWindows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsReminded = table.Column<bool>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanWindows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanWindows_PlanItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "PlanItems",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CertificateBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    PassedOver = table.Column<int>(type: "INTEGER", nullable: false),
                    MovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateBatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CertificateBatches_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CertificateBatches_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnrolmentLists",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RowCount = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Enrolled = table.Column<int>(type: "INTEGER", nullable: false),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnrolmentLists", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnrolmentLists_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnrolmentLists_Persons_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Enrolments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ListenerCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RegionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TeamId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TransferredFromId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AwaitedStep = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WaitingNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclineReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LeaveReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enrolments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Enrolments_Enrolments_TransferredFromId",
                        column: x => x.TransferredFromId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enrolments_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enrolments_Organisations_RegionId",
                        column: x => x.RegionId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enrolments_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enrolments_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Phase = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Begins = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Ends = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Room = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    RoomKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Recording = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Sessions_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Sessions_Persons_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainerLapses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Obstacle = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WarnedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakeOffOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainerLapses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainerLapses_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainerLapses_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RatingPoints",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RowId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BlockId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tenths = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RatingPoints", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RatingPoints_RatingBlocks_BlockId",
                        column: x => x.BlockId,
                        principalTable: "RatingBlocks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RatingPoints_RatingRows_RowId",
                        column: x => x.RowId,
                        principalTable: "RatingRows",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AnswerSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsByLink = table.Column<bool>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RegionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProgrammeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Marks = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerSheets_Organisations_RegionId",
                        column: x => x.RegionId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnswerSheets_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnswerSheets_QuestionnaireVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "QuestionnaireVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NeedsDiagnoses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionnaireId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SchoolId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Marks = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NeedsDiagnoses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NeedsDiagnoses_Organisations_SchoolId",
                        column: x => x.SchoolId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NeedsDiagnoses_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NeedsDiagnoses_QuestionnaireVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "QuestionnaireVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NeedsDiagnoses_Questionnaires_QuestionnaireId",
                        column: x => x.QuestionnaireId,
                        principalTable: "Questionnaires",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpenAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    IsStruck = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenAnswers_QuestionnaireVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "QuestionnaireVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttemptScores",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    AppealId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttemptScores", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttemptScores_ItemAppeals_AppealId",
                        column: x => x.AppealId,
                        principalTable: "ItemAppeals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttemptScores_TestAttempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "TestAttempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TestingNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AppealId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TestingNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TestingNotices_ItemAppeals_AppealId",
                        column: x => x.AppealId,
                        principalTable: "ItemAppeals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TestingNotices_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TestingNotices_TestAttempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "TestAttempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NationalSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LinkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cms = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NationalSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NationalSignatures_ChainLinks_LinkId",
                        column: x => x.LinkId,
                        principalTable: "ChainLinks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NationalSignatures_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReasonLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProtocolId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 12000, nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    ApprovedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReasonLetters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReasonLetters_AttestationCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "AttestationCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReasonLetters_Persons_ApprovedById",
                        column: x => x.ApprovedById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReasonLetters_Protocols_ProtocolId",
                        column: x => x.ProtocolId,
                        principalTable: "Protocols",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReflectiveReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecertificationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NewPractice = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReflectiveReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReflectiveReports_Recertifications_RecertificationId",
                        column: x => x.RecertificationId,
                        principalTable: "Recertifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnrolmentListRows",
                columns: table => new
                {
                    ListId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnrolmentListRows", x => x.ListId);
                    table.ForeignKey(
                        name: "FK_EnrolmentListRows_EnrolmentLists_ListId",
                        column: x => x.ListId,
                        principalTable: "EnrolmentLists",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Serial = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    VerificationCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeVersionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProgrammeCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ProgrammeVersionNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Hours = table.Column<int>(type: "INTEGER", nullable: true),
                    StartedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Grounds = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Appendix = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReissuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TemplateNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    StatusNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    SealedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Issuer_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Issuer_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Issuer_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProgrammeTitle_En = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProgrammeTitle_Kk = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProgrammeTitle_Ru = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificates_Certificates_ReplacesId",
                        column: x => x.ReplacesId,
                        principalTable: "Certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_ProgrammeVersions_ProgrammeVersionId",
                        column: x => x.ProgrammeVersionId,
                        principalTable: "ProgrammeVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnrolmentDecisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsApproved = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnrolmentDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnrolmentDecisions_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EnrolmentDecisions_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EnrolmentNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    VersionNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnrolmentNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnrolmentNotices_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MatrixEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wish = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    FilledById = table.Column<Guid>(type: "TEXT", nullable: false),
                    FilledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatrixEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MatrixEntries_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MatrixEntries_Persons_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Portfolios",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Portfolios", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Portfolios_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Wish = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DaysLate = table.Column<int>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupportContacts_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupportContacts_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupportContacts_Persons_TrainerId",
                        column: x => x.TrainerId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Uploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Uploads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Uploads_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Uploads_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttendanceMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Presence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MarkedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    MarkedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceMarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttendanceMarks_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttendanceMarks_Persons_MarkedById",
                        column: x => x.MarkedById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttendanceMarks_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttendanceWindows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Secret = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceWindows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AttendanceWindows_Sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "Sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DiagnosedLevels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DiagnosisId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Competence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    Most = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DiagnosedLevels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DiagnosedLevels_NeedsDiagnoses_DiagnosisId",
                        column: x => x.DiagnosisId,
                        principalTable: "NeedsDiagnoses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AnswerStrikes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    AnswerId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerStrikes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerStrikes_OpenAnswers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "OpenAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AnswerStrikes_QuestionnaireVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "QuestionnaireVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReflectiveChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SimilarityPermille = table.Column<int>(type: "INTEGER", nullable: true),
                    Words = table.Column<int>(type: "INTEGER", nullable: true),
                    Sources = table.Column<int>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReflectiveChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReflectiveChecks_ReflectiveReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "ReflectiveReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReflectiveTexts",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Fingerprints = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HiddenCharacters = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReflectiveTexts", x => x.ReportId);
                    table.ForeignKey(
                        name: "FK_ReflectiveTexts_ReflectiveReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "ReflectiveReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainerSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecertificationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Turn = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainerSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainerSheets_Persons_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainerSheets_Recertifications_RecertificationId",
                        column: x => x.RecertificationId,
                        principalTable: "Recertifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainerSheets_ReflectiveReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "ReflectiveReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CertificateBatchRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnrolmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CertificateId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateBatchRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CertificateBatchRows_CertificateBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "CertificateBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CertificateBatchRows_Certificates_CertificateId",
                        column: x => x.CertificateId,
                        principalTable: "Certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CertificateBatchRows_Enrolments_EnrolmentId",
                        column: x => x.EnrolmentId,
                        principalTable: "Enrolments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CertificateSteps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertificateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateSteps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CertificateSteps_Certificates_CertificateId",
                        column: x => x.CertificateId,
                        principalTable: "Certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CertificateSteps_Persons_ById",
                        column: x => x.ById,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IssuedFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertificateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssuedFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IssuedFiles_Certificates_CertificateId",
                        column: x => x.CertificateId,
                        principalTable: "Certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PortfolioMaterials",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PortfolioId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortfolioMaterials", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PortfolioMaterials_Portfolios_PortfolioId",
                        column: x => x.PortfolioId,
                        principalTable: "Portfolios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PortfolioVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PortfolioId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortfolioVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PortfolioVersions_Portfolios_PortfolioId",
                        column: x => x.PortfolioId,
                        principalTable: "Portfolios",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CertificateEndorsements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertificateId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ObservedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ObserverId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Figures_After = table.Column<int>(type: "INTEGER", nullable: true),
                    Figures_Before = table.Column<int>(type: "INTEGER", nullable: true),
                    Figures_GoodAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    Figures_GoodBefore = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateEndorsements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CertificateEndorsements_Certificates_CertificateId",
                        column: x => x.CertificateId,
                        principalTable: "Certificates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CertificateEndorsements_Persons_ObserverId",
                        column: x => x.ObserverId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CertificateEndorsements_SupportContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "SupportContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClassResults",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    BeforeOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AfterOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Figures_After = table.Column<int>(type: "INTEGER", nullable: false),
                    Figures_Before = table.Column<int>(type: "INTEGER", nullable: false),
                    Figures_GoodAfter = table.Column<int>(type: "INTEGER", nullable: false),
                    Figures_GoodBefore = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassResults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClassResults_SupportContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "SupportContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContactChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FromTrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToTrainerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContactChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ContactChanges_SupportContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "SupportContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_Persons_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reminders_SupportContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "SupportContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportEventParticipants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EventId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportEventParticipants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupportEventParticipants_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupportEventParticipants_SupportContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "SupportContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupportEventParticipants_SupportEvents_EventId",
                        column: x => x.EventId,
                        principalTable: "SupportEvents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportLessons",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObserverId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LessonOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NextSteps = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Value = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportLessons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupportLessons_Persons_ObserverId",
                        column: x => x.ObserverId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupportLessons_Persons_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupportLessons_SupportContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "SupportContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReflectivePassages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReflectivePassages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReflectivePassages_ReflectiveChecks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "ReflectiveChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainerMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SheetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainerMarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainerMarks_RubricCriteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "RubricCriteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainerMarks_TrainerSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "TrainerSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ComparisonWithdrawals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ComparisonWithdrawals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ComparisonWithdrawals_PortfolioMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IndexedDocuments",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FormatVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Fingerprints = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexedDocuments", x => x.Number);
                    table.ForeignKey(
                        name: "FK_IndexedDocuments_PortfolioMaterials_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PassageReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceMaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Judgement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PassageReviews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PassageReviews_Persons_By",
                        column: x => x.By,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PassageReviews_PortfolioMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PassageReviews_PortfolioMaterials_SourceMaterialId",
                        column: x => x.SourceMaterialId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PortfolioTexts",
                columns: table => new
                {
                    MaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    HiddenCharacters = table.Column<int>(type: "INTEGER", nullable: false),
                    PagesWithoutText = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortfolioTexts", x => x.MaterialId);
                    table.ForeignKey(
                        name: "FK_PortfolioTexts_PortfolioMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Gradings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PortfolioVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Marking = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsSecondLook = table.Column<bool>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gradings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Gradings_PortfolioVersions_PortfolioVersionId",
                        column: x => x.PortfolioVersionId,
                        principalTable: "PortfolioVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Gradings_Rubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "Rubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OriginalityCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StatementDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    HoldsWork = table.Column<bool>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    StatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    VerdictReasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AppealDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PortfolioBefore = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EnrolmentBefore = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Appeal = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AppealedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    OutcomeReasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OriginalityCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OriginalityCases_Persons_ClosedBy",
                        column: x => x.ClosedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalityCases_Persons_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalityCases_PortfolioVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "PortfolioVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OriginalityChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    QueuedAgainAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    NextRoundOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    SimilarityPermille = table.Column<int>(type: "INTEGER", nullable: true),
                    Sc1Permille = table.Column<int>(type: "INTEGER", nullable: true),
                    Sc2Permille = table.Column<int>(type: "INTEGER", nullable: true),
                    Words = table.Column<int>(type: "INTEGER", nullable: true),
                    ExcludedWords = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewedPermille = table.Column<int>(type: "INTEGER", nullable: true),
                    Crossing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CrossingNotedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CrossingNotedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OriginalityChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OriginalityChecks_Persons_CrossingNotedBy",
                        column: x => x.CrossingNotedBy,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalityChecks_PortfolioMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalityChecks_PortfolioVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "PortfolioVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PortfolioVersionMaterials",
                columns: table => new
                {
                    MaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortfolioVersionMaterials", x => new { x.MaterialId, x.VersionId });
                    table.ForeignKey(
                        name: "FK_PortfolioVersionMaterials_PortfolioMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PortfolioVersionMaterials_PortfolioVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "PortfolioVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RubricSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PortfolioVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Turn = table.Column<int>(type: "INTEGER", nullable: false),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Saves = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RubricSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RubricSheets_Persons_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RubricSheets_PortfolioVersions_PortfolioVersionId",
                        column: x => x.PortfolioVersionId,
                        principalTable: "PortfolioVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RubricSheets_Rubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "Rubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LessonParameterMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObservationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Parameter = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Feedback = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LessonParameterMarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LessonParameterMarks_SupportLessons_ObservationId",
                        column: x => x.ObservationId,
                        principalTable: "SupportLessons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ObservedSigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ObservationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ObservedSigns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ObservedSigns_SupportLessons_ObservationId",
                        column: x => x.ObservationId,
                        principalTable: "SupportLessons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Appeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GradingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    LodgedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Appeals_Gradings_GradingId",
                        column: x => x.GradingId,
                        principalTable: "Gradings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OriginalityCaseNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OriginalityCaseNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OriginalityCaseNotices_OriginalityCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OriginalityCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalityCaseNotices_Persons_RecipientId",
                        column: x => x.RecipientId,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OriginalityCaseGrounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CheckId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Permille = table.Column<int>(type: "INTEGER", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OriginalityCaseGrounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OriginalityCaseGrounds_OriginalityCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "OriginalityCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalityCaseGrounds_OriginalityChecks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "OriginalityChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalityCaseGrounds_Persons_By",
                        column: x => x.By,
                        principalTable: "Persons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OriginalityExclusions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<int>(type: "INTEGER", nullable: false),
                    HandoutId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnMaterialId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OriginalityExclusions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OriginalityExclusions_Handouts_HandoutId",
                        column: x => x.HandoutId,
                        principalTable: "Handouts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalityExclusions_OriginalityChecks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "OriginalityChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalityExclusions_PortfolioMaterials_OwnMaterialId",
                        column: x => x.OwnMaterialId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OriginalityPassages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceMaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceStart = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceLength = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<int>(type: "INTEGER", nullable: false),
                    VerbatimWords = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OriginalityPassages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OriginalityPassages_OriginalityChecks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "OriginalityChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalityPassages_PortfolioMaterials_SourceMaterialId",
                        column: x => x.SourceMaterialId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OriginalitySources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceMaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MatchedWords = table.Column<int>(type: "INTEGER", nullable: false),
                    VerbatimWords = table.Column<int>(type: "INTEGER", nullable: false),
                    Permille = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OriginalitySources", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OriginalitySources_OriginalityChecks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "OriginalityChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OriginalitySources_PortfolioMaterials_SourceMaterialId",
                        column: x => x.SourceMaterialId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OriginalityTries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CheckId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Succeeded = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OriginalityTries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OriginalityTries_OriginalityChecks_CheckId",
                        column: x => x.CheckId,
                        principalTable: "OriginalityChecks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExamplePortfolios",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PortfolioVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RubricId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgreedSheetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Use = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Tolerance = table.Column<int>(type: "INTEGER", nullable: false),
                    AgreedWith = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExamplePortfolios", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExamplePortfolios_PortfolioVersions_PortfolioVersionId",
                        column: x => x.PortfolioVersionId,
                        principalTable: "PortfolioVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExamplePortfolios_RubricSheets_AgreedSheetId",
                        column: x => x.AgreedSheetId,
                        principalTable: "RubricSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExamplePortfolios_Rubrics_RubricId",
                        column: x => x.RubricId,
                        principalTable: "Rubrics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PassageRemarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SheetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MaterialId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Start = table.Column<int>(type: "INTEGER", nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Quote = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PassageRemarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PassageRemarks_PortfolioMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "PortfolioMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PassageRemarks_RubricCriteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "RubricCriteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PassageRemarks_RubricSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "RubricSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RubricMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SheetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CriterionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RubricMarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RubricMarks_RubricCriteria_CriterionId",
                        column: x => x.CriterionId,
                        principalTable: "RubricCriteria",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RubricMarks_RubricSheets_SheetId",
                        column: x => x.SheetId,
                        principalTable: "RubricSheets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AuditHeads",
                columns: new[] { "Id", "Hash", "Sequence" },
                values: new object[] { 1, "", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_PersonId",
                table: "Accounts",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnswerSheets_ProgrammeId",
                table: "AnswerSheets",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerSheets_RegionId",
                table: "AnswerSheets",
                column: "RegionId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerSheets_VersionId",
                table: "AnswerSheets",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerStrikes_AnswerId",
                table: "AnswerStrikes",
                column: "AnswerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnswerStrikes_VersionId",
                table: "AnswerStrikes",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_ApiReplies_At",
                table: "ApiReplies",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ApiReplies_PersonId_Key",
                table: "ApiReplies",
                columns: new[] { "PersonId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiTokens_Hash",
                table: "ApiTokens",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ApiTokens_PersonId_LastDay",
                table: "ApiTokens",
                columns: new[] { "PersonId", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_GradingId",
                table: "Appeals",
                column: "GradingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_Status_LodgedAt",
                table: "Appeals",
                columns: new[] { "Status", "LodgedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalDocuments_Kind_Number_Date",
                table: "ApprovalDocuments",
                columns: new[] { "Kind", "Number", "Date" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPlans_ProgrammeVersionId_Number",
                table: "AssessmentPlans",
                columns: new[] { "ProgrammeVersionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentPlans_RubricId",
                table: "AssessmentPlans",
                column: "RubricId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessorProfiles_PersonId",
                table: "AssessorProfiles",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttemptAnswers_AttemptId_Position",
                table: "AttemptAnswers",
                columns: new[] { "AttemptId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttemptAnswers_VersionId_IsSeen",
                table: "AttemptAnswers",
                columns: new[] { "VersionId", "IsSeen" });

            migrationBuilder.CreateIndex(
                name: "IX_AttemptScores_AppealId",
                table: "AttemptScores",
                column: "AppealId");

            migrationBuilder.CreateIndex(
                name: "IX_AttemptScores_AttemptId_AppealId",
                table: "AttemptScores",
                columns: new[] { "AttemptId", "AppealId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttemptScores_AttemptId_Number",
                table: "AttemptScores",
                columns: new[] { "AttemptId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceMarks_EnrolmentId_Presence",
                table: "AttendanceMarks",
                columns: new[] { "EnrolmentId", "Presence" });

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceMarks_MarkedById",
                table: "AttendanceMarks",
                column: "MarkedById");

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceMarks_SessionId_EnrolmentId",
                table: "AttendanceMarks",
                columns: new[] { "SessionId", "EnrolmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttendanceWindows_SessionId_ClosesAt",
                table: "AttendanceWindows",
                columns: new[] { "SessionId", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AttestationCases_CommissionId",
                table: "AttestationCases",
                column: "CommissionId");

            migrationBuilder.CreateIndex(
                name: "IX_AttestationCases_CycleId",
                table: "AttestationCases",
                column: "CycleId");

            migrationBuilder.CreateIndex(
                name: "IX_AttestationCases_Number",
                table: "AttestationCases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttestationCases_OrganisationId",
                table: "AttestationCases",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_AttestationCases_PersonId",
                table: "AttestationCases",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_AttestationCases_RuleSetId",
                table: "AttestationCases",
                column: "RuleSetId");

            migrationBuilder.CreateIndex(
                name: "IX_AttestationCases_Status_SubmittedAt",
                table: "AttestationCases",
                columns: new[] { "Status", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AttestationCycles_OrganisationId_Year_Session_Group_Level",
                table: "AttestationCycles",
                columns: new[] { "OrganisationId", "Year", "Session", "Group", "Level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttestationNotices_RecipientId",
                table: "AttestationNotices",
                column: "RecipientId");

            migrationBuilder.CreateIndex(
                name: "IX_AttestationNotices_Status_StatusSince",
                table: "AttestationNotices",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_AttestationNotices_SubjectId_Kind_RecipientId",
                table: "AttestationNotices",
                columns: new[] { "SubjectId", "Kind", "RecipientId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttestationOrders_Number",
                table: "AttestationOrders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AttestationOrders_SittingId",
                table: "AttestationOrders",
                column: "SittingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_ProcessId",
                table: "AuditEvents",
                column: "ProcessId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Record_RecordId",
                table: "AuditEvents",
                columns: new[] { "Record", "RecordId" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditProcesses_ActorId_Sequence",
                table: "AuditProcesses",
                columns: new[] { "ActorId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditProcesses_At",
                table: "AuditProcesses",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditProcesses_Name_Sequence",
                table: "AuditProcesses",
                columns: new[] { "Name", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditProcesses_Sequence",
                table: "AuditProcesses",
                column: "Sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BallotMarks_BallotId_VoterId",
                table: "BallotMarks",
                columns: new[] { "BallotId", "VoterId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BallotMarks_VoterId",
                table: "BallotMarks",
                column: "VoterId");

            migrationBuilder.CreateIndex(
                name: "IX_BallotTallies_BallotId_CandidateId",
                table: "BallotTallies",
                columns: new[] { "BallotId", "CandidateId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BallotTallies_CandidateId",
                table: "BallotTallies",
                column: "CandidateId");

            migrationBuilder.CreateIndex(
                name: "IX_BankComments_OwnerId",
                table: "BankComments",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_BranchRegions_BranchId_RegionId",
                table: "BranchRegions",
                columns: new[] { "BranchId", "RegionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BranchRegions_RegionId",
                table: "BranchRegions",
                column: "RegionId");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_PersonId",
                table: "CalendarFeeds",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_TokenHash",
                table: "CalendarFeeds",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseEssays_CaseId",
                table: "CaseEssays",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseEssays_CheckStatus_QueuedAt",
                table: "CaseEssays",
                columns: new[] { "CheckStatus", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseEvidence_CaseId_ItemId",
                table: "CaseEvidence",
                columns: new[] { "CaseId", "ItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseEvidence_ItemId",
                table: "CaseEvidence",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseRecusals_CaseId_MemberId",
                table: "CaseRecusals",
                columns: new[] { "CaseId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseRecusals_MemberId",
                table: "CaseRecusals",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseVotes_CaseId_CommissionId_MemberId",
                table: "CaseVotes",
                columns: new[] { "CaseId", "CommissionId", "MemberId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseVotes_CommissionId",
                table: "CaseVotes",
                column: "CommissionId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseVotes_MemberId",
                table: "CaseVotes",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseVotes_SittingId",
                table: "CaseVotes",
                column: "SittingId");

            migrationBuilder.CreateIndex(
                name: "IX_CategoryNotices_CategoryRecordId_Kind_Day",
                table: "CategoryNotices",
                columns: new[] { "CategoryRecordId", "Kind", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CategoryNotices_PersonId",
                table: "CategoryNotices",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CategoryNotices_Status_StatusSince",
                table: "CategoryNotices",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_CategoryPauses_PersonId_From",
                table: "CategoryPauses",
                columns: new[] { "PersonId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_CategoryRecords_CaseId",
                table: "CategoryRecords",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CategoryRecords_PersonId_GrantedOn",
                table: "CategoryRecords",
                columns: new[] { "PersonId", "GrantedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CategoryRecords_ValidUntil",
                table: "CategoryRecords",
                column: "ValidUntil");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateBatches_GroupId",
                table: "CertificateBatches",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateBatches_PersonId",
                table: "CertificateBatches",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateBatches_Status",
                table: "CertificateBatches",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateBatchRows_BatchId_DoneAt",
                table: "CertificateBatchRows",
                columns: new[] { "BatchId", "DoneAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CertificateBatchRows_BatchId_EnrolmentId",
                table: "CertificateBatchRows",
                columns: new[] { "BatchId", "EnrolmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CertificateBatchRows_CertificateId",
                table: "CertificateBatchRows",
                column: "CertificateId");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateBatchRows_EnrolmentId",
                table: "CertificateBatchRows",
                column: "EnrolmentId");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateEndorsements_CertificateId",
                table: "CertificateEndorsements",
                column: "CertificateId");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateEndorsements_ContactId_Kind",
                table: "CertificateEndorsements",
                columns: new[] { "ContactId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CertificateEndorsements_ObserverId",
                table: "CertificateEndorsements",
                column: "ObserverId");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateEndorsements_SubjectId",
                table: "CertificateEndorsements",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_EnrolmentId",
                table: "Certificates",
                column: "EnrolmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Kind_SubjectId_Edition",
                table: "Certificates",
                columns: new[] { "Kind", "SubjectId", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_OrganisationId",
                table: "Certificates",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_PersonId_Kind",
                table: "Certificates",
                columns: new[] { "PersonId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_ProgrammeVersionId",
                table: "Certificates",
                column: "ProgrammeVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_ReplacesId",
                table: "Certificates",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_SealedAt",
                table: "Certificates",
                column: "SealedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Serial",
                table: "Certificates",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Status_StatusNumber",
                table: "Certificates",
                columns: new[] { "Status", "StatusNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_StatusNumber",
                table: "Certificates",
                column: "StatusNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_VerificationCode",
                table: "Certificates",
                column: "VerificationCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CertificateSteps_ById",
                table: "CertificateSteps",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_CertificateSteps_CertificateId_Number",
                table: "CertificateSteps",
                columns: new[] { "CertificateId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CertificateTemplates_Kind_Number",
                table: "CertificateTemplates",
                columns: new[] { "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CertificateTemplates_PublishedById",
                table: "CertificateTemplates",
                column: "PublishedById");

            migrationBuilder.CreateIndex(
                name: "IX_ChainLinks_CaseId_Sequence",
                table: "ChainLinks",
                columns: new[] { "CaseId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChainLinks_RecordId",
                table: "ChainLinks",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_ChairBallots_CommissionId_Round",
                table: "ChairBallots",
                columns: new[] { "CommissionId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChairBallots_ElectedId",
                table: "ChairBallots",
                column: "ElectedId");

            migrationBuilder.CreateIndex(
                name: "IX_ClassResults_ContactId",
                table: "ClassResults",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_CoachEventPeople_EventId_PersonId",
                table: "CoachEventPeople",
                columns: new[] { "EventId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoachEventPeople_PersonId",
                table: "CoachEventPeople",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CoachEventPeople_SchoolId",
                table: "CoachEventPeople",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_CoachEvents_CoachId_From",
                table: "CoachEvents",
                columns: new[] { "CoachId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_CoachEvents_SchoolId_From",
                table: "CoachEvents",
                columns: new[] { "SchoolId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_CoachEventSchools_EventId_SchoolId",
                table: "CoachEventSchools",
                columns: new[] { "EventId", "SchoolId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoachEventSchools_SchoolId",
                table: "CoachEventSchools",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_CommissionMembers_CommissionId_PersonId",
                table: "CommissionMembers",
                columns: new[] { "CommissionId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommissionMembers_PersonId",
                table: "CommissionMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Commissions_OrganisationId",
                table: "Commissions",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Commissions_SecretaryId",
                table: "Commissions",
                column: "SecretaryId");

            migrationBuilder.CreateIndex(
                name: "IX_ComparisonWithdrawals_MaterialId",
                table: "ComparisonWithdrawals",
                column: "MaterialId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContactChanges_ContactId_At",
                table: "ContactChanges",
                columns: new[] { "ContactId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CriterionClaims_CaseId_Criterion",
                table: "CriterionClaims",
                columns: new[] { "CaseId", "Criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CriterionScores_CaseId_Criterion",
                table: "CriterionScores",
                columns: new[] { "CaseId", "Criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CriterionScores_MarkedBy",
                table: "CriterionScores",
                column: "MarkedBy");

            migrationBuilder.CreateIndex(
                name: "IX_CycleSteps_CycleId_Stage",
                table: "CycleSteps",
                columns: new[] { "CycleId", "Stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CycleSteps_ToldAt",
                table: "CycleSteps",
                column: "ToldAt");

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredTies_Iin",
                table: "DeclaredTies",
                column: "Iin");

            migrationBuilder.CreateIndex(
                name: "IX_DeclaredTies_PersonId_Iin",
                table: "DeclaredTies",
                columns: new[] { "PersonId", "Iin" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DevelopmentActivities_DecidedBy",
                table: "DevelopmentActivities",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_DevelopmentActivities_OtherId",
                table: "DevelopmentActivities",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_DevelopmentActivities_PersonId_Status_To",
                table: "DevelopmentActivities",
                columns: new[] { "PersonId", "Status", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_DevelopmentActivities_Status_StatusSince",
                table: "DevelopmentActivities",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_DiagnosedLevels_Competence_Level",
                table: "DiagnosedLevels",
                columns: new[] { "Competence", "Level" });

            migrationBuilder.CreateIndex(
                name: "IX_DiagnosedLevels_DiagnosisId_Competence",
                table: "DiagnosedLevels",
                columns: new[] { "DiagnosisId", "Competence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Employments_OrganisationId",
                table: "Employments",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Employments_PersonId",
                table: "Employments",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentDecisions_EnrolmentId",
                table: "EnrolmentDecisions",
                column: "EnrolmentId");

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentDecisions_PersonId",
                table: "EnrolmentDecisions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentLists_GroupId_OwnerId_Status",
                table: "EnrolmentLists",
                columns: new[] { "GroupId", "OwnerId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentLists_OwnerId",
                table: "EnrolmentLists",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentLists_Status_CreatedAt",
                table: "EnrolmentLists",
                columns: new[] { "Status", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentNotices_EnrolmentId_WrittenAt",
                table: "EnrolmentNotices",
                columns: new[] { "EnrolmentId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EnrolmentNotices_Status_WrittenAt",
                table: "EnrolmentNotices",
                columns: new[] { "Status", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_GroupId_PersonId",
                table: "Enrolments",
                columns: new[] { "GroupId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_GroupId_Status_RegionId",
                table: "Enrolments",
                columns: new[] { "GroupId", "Status", "RegionId" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_ListenerCode",
                table: "Enrolments",
                column: "ListenerCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_PersonId",
                table: "Enrolments",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_RegionId",
                table: "Enrolments",
                column: "RegionId");

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_SchoolId_Status",
                table: "Enrolments",
                columns: new[] { "SchoolId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_TransferredFromId",
                table: "Enrolments",
                column: "TransferredFromId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_PersonId_On",
                table: "EvidenceItems",
                columns: new[] { "PersonId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_PersonId_Origin_OriginId",
                table: "EvidenceItems",
                columns: new[] { "PersonId", "Origin", "OriginId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExamplePortfolios_AgreedSheetId",
                table: "ExamplePortfolios",
                column: "AgreedSheetId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExamplePortfolios_PortfolioVersionId",
                table: "ExamplePortfolios",
                column: "PortfolioVersionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExamplePortfolios_RubricId",
                table: "ExamplePortfolios",
                column: "RubricId");

            migrationBuilder.CreateIndex(
                name: "IX_ExportParts_ExportId_Number",
                table: "ExportParts",
                columns: new[] { "ExportId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Gradings_PortfolioVersionId",
                table: "Gradings",
                column: "PortfolioVersionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Gradings_RubricId",
                table: "Gradings",
                column: "RubricId");

            migrationBuilder.CreateIndex(
                name: "IX_Gradings_Status_StatusSince",
                table: "Gradings",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_BranchId",
                table: "Groups",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Code",
                table: "Groups",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Groups_ProgrammeVersionId",
                table: "Groups",
                column: "ProgrammeVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_StartsOn",
                table: "Groups",
                column: "StartsOn");

            migrationBuilder.CreateIndex(
                name: "IX_Groups_Status_StartsOn",
                table: "Groups",
                columns: new[] { "Status", "StartsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Groups_TrainerId",
                table: "Groups",
                column: "TrainerId");

            migrationBuilder.CreateIndex(
                name: "IX_Handouts_ProgrammeId",
                table: "Handouts",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_IndexedDocuments_DocumentId",
                table: "IndexedDocuments",
                column: "DocumentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IndexedDocuments_FormatVersion",
                table: "IndexedDocuments",
                column: "FormatVersion");

            migrationBuilder.CreateIndex(
                name: "IX_IndexedDocuments_Status",
                table: "IndexedDocuments",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedFiles_CertificateId",
                table: "IssuedFiles",
                column: "CertificateId");

            migrationBuilder.CreateIndex(
                name: "IX_IssuedFiles_Sha256",
                table: "IssuedFiles",
                column: "Sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IssuerKeys_Name",
                table: "IssuerKeys",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemAppeals_AttemptId_Position",
                table: "ItemAppeals",
                columns: new[] { "AttemptId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemAppeals_DecidedBy",
                table: "ItemAppeals",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_ItemAppeals_PersonId",
                table: "ItemAppeals",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemAppeals_Status_FiledAt",
                table: "ItemAppeals",
                columns: new[] { "Status", "FiledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemAppeals_VersionId",
                table: "ItemAppeals",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemReviews_ReviewerId",
                table: "ItemReviews",
                column: "ReviewerId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemReviews_VersionId_ReviewerId",
                table: "ItemReviews",
                columns: new[] { "VersionId", "ReviewerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemVersions_AuthorId",
                table: "ItemVersions",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemVersions_ItemId_Number",
                table: "ItemVersions",
                columns: new[] { "ItemId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemVersions_Status_Section",
                table: "ItemVersions",
                columns: new[] { "Status", "Section" });

            migrationBuilder.CreateIndex(
                name: "IX_LeadingSchools_ListId_SchoolId",
                table: "LeadingSchools",
                columns: new[] { "ListId", "SchoolId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LeadingSchools_SchoolId",
                table: "LeadingSchools",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_LessonObservations_ObserverId_Status",
                table: "LessonObservations",
                columns: new[] { "ObserverId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_LessonObservations_OrganisationId",
                table: "LessonObservations",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_LessonObservations_RuleSetId",
                table: "LessonObservations",
                column: "RuleSetId");

            migrationBuilder.CreateIndex(
                name: "IX_LessonObservations_TeacherId_On",
                table: "LessonObservations",
                columns: new[] { "TeacherId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_LessonParameterMarks_ObservationId_Parameter",
                table: "LessonParameterMarks",
                columns: new[] { "ObservationId", "Parameter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LessonStudies_Number",
                table: "LessonStudies",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LessonStudies_SchoolId_SharedAt",
                table: "LessonStudies",
                columns: new[] { "SchoolId", "SharedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LessonStudyMembers_PersonId",
                table: "LessonStudyMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_LessonStudyMembers_StudyId_PersonId",
                table: "LessonStudyMembers",
                columns: new[] { "StudyId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LessonStudyPupils_StudyId_Letter",
                table: "LessonStudyPupils",
                columns: new[] { "StudyId", "Letter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LibraryCounts_Month",
                table: "LibraryCounts",
                column: "Month");

            migrationBuilder.CreateIndex(
                name: "IX_LibraryEntries_SectionId_ActiveIn",
                table: "LibraryEntries",
                columns: new[] { "SectionId", "ActiveIn" });

            migrationBuilder.CreateIndex(
                name: "IX_LibraryEntries_VersionId",
                table: "LibraryEntries",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_LibraryEntries_Year_Number",
                table: "LibraryEntries",
                columns: new[] { "Year", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_LibraryMaterials_Number",
                table: "LibraryMaterials",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LibraryMaterials_OwnerId",
                table: "LibraryMaterials",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_LibraryMaterials_SectionId",
                table: "LibraryMaterials",
                column: "SectionId");

            migrationBuilder.CreateIndex(
                name: "IX_LibraryReviews_ReviewerId",
                table: "LibraryReviews",
                column: "ReviewerId");

            migrationBuilder.CreateIndex(
                name: "IX_LibraryReviews_VersionId_ReviewerId",
                table: "LibraryReviews",
                columns: new[] { "VersionId", "ReviewerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LibrarySectionRights_SectionId_Right_Role",
                table: "LibrarySectionRights",
                columns: new[] { "SectionId", "Right", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LibrarySections_Place",
                table: "LibrarySections",
                column: "Place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LibraryTerms_Number",
                table: "LibraryTerms",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_LibraryVersions_MaterialId_Number",
                table: "LibraryVersions",
                columns: new[] { "MaterialId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LibraryVersions_Status",
                table: "LibraryVersions",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_LtiAssertions_ToolId_Jti",
                table: "LtiAssertions",
                columns: new[] { "ToolId", "Jti" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LtiAssertions_Until",
                table: "LtiAssertions",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_LtiCourses_ToolId",
                table: "LtiCourses",
                column: "ToolId");

            migrationBuilder.CreateIndex(
                name: "IX_LtiKeys_Name",
                table: "LtiKeys",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LtiLaunches_CourseId_PersonId",
                table: "LtiLaunches",
                columns: new[] { "CourseId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_LtiLaunches_PersonId",
                table: "LtiLaunches",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_LtiLaunches_UsedAt_At",
                table: "LtiLaunches",
                columns: new[] { "UsedAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LtiScores_CourseId_PersonId",
                table: "LtiScores",
                columns: new[] { "CourseId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LtiScores_PersonId",
                table: "LtiScores",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_LtiTools_ClientId",
                table: "LtiTools",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailChoices_PersonId",
                table: "MailChoices",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MarkingClearances_AssessorId",
                table: "MarkingClearances",
                column: "AssessorId");

            migrationBuilder.CreateIndex(
                name: "IX_MarkingClearances_GivenById",
                table: "MarkingClearances",
                column: "GivenById");

            migrationBuilder.CreateIndex(
                name: "IX_MarkingClearances_RubricId",
                table: "MarkingClearances",
                column: "RubricId");

            migrationBuilder.CreateIndex(
                name: "IX_MarkingReports_AssessorId_MadeOn",
                table: "MarkingReports",
                columns: new[] { "AssessorId", "MadeOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MatrixEntries_EnrolmentId_Kind_Month",
                table: "MatrixEntries",
                columns: new[] { "EnrolmentId", "Kind", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MatrixEntries_TrainerId",
                table: "MatrixEntries",
                column: "TrainerId");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringPairs_MentorId_Status",
                table: "MentoringPairs",
                columns: new[] { "MentorId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_MentoringPairs_MentorSchoolId",
                table: "MentoringPairs",
                column: "MentorSchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_MentoringPairs_Number",
                table: "MentoringPairs",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MentoringPairs_SchoolId_Status",
                table: "MentoringPairs",
                columns: new[] { "SchoolId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_MentoringPairs_YoungTeacherId_Status",
                table: "MentoringPairs",
                columns: new[] { "YoungTeacherId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_NationalSignatures_LinkId_PersonId",
                table: "NationalSignatures",
                columns: new[] { "LinkId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NationalSignatures_PersonId",
                table: "NationalSignatures",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NeedProposals_ProgrammeId",
                table: "NeedProposals",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_NeedProposals_StudyId_Competence_Level_ProgrammeId",
                table: "NeedProposals",
                columns: new[] { "StudyId", "Competence", "Level", "ProgrammeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NeedsDiagnoses_PersonId",
                table: "NeedsDiagnoses",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_NeedsDiagnoses_QuestionnaireId_PersonId",
                table: "NeedsDiagnoses",
                columns: new[] { "QuestionnaireId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NeedsDiagnoses_SchoolId",
                table: "NeedsDiagnoses",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_NeedsDiagnoses_VersionId",
                table: "NeedsDiagnoses",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_NetworkLists_MadeById",
                table: "NetworkLists",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_NetworkLists_RegionId_YearStart_Status",
                table: "NetworkLists",
                columns: new[] { "RegionId", "YearStart", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_NetworkLists_ReplacedById",
                table: "NetworkLists",
                column: "ReplacedById");

            migrationBuilder.CreateIndex(
                name: "IX_NetworkLists_YearStart_Status",
                table: "NetworkLists",
                columns: new[] { "YearStart", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ObservedSigns_ObservationId_Code",
                table: "ObservedSigns",
                columns: new[] { "ObservationId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenAnswers_VersionId",
                table: "OpenAnswers",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_OrganisationAliases_OrganisationId",
                table: "OrganisationAliases",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_ParentId",
                table: "Organisations",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Organisations_Path",
                table: "Organisations",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCaseGrounds_By",
                table: "OriginalityCaseGrounds",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCaseGrounds_CaseId",
                table: "OriginalityCaseGrounds",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCaseGrounds_CheckId",
                table: "OriginalityCaseGrounds",
                column: "CheckId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCaseNotices_CaseId_Kind",
                table: "OriginalityCaseNotices",
                columns: new[] { "CaseId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCaseNotices_RecipientId",
                table: "OriginalityCaseNotices",
                column: "RecipientId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCaseNotices_Status_StatusSince",
                table: "OriginalityCaseNotices",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCases_ClosedBy",
                table: "OriginalityCases",
                column: "ClosedBy");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCases_DecidedBy",
                table: "OriginalityCases",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCases_Number",
                table: "OriginalityCases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCases_Status",
                table: "OriginalityCases",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityCases_VersionId_Status",
                table: "OriginalityCases",
                columns: new[] { "VersionId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityChecks_Crossing_CrossingNotedAt",
                table: "OriginalityChecks",
                columns: new[] { "Crossing", "CrossingNotedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityChecks_CrossingNotedBy",
                table: "OriginalityChecks",
                column: "CrossingNotedBy");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityChecks_MaterialId",
                table: "OriginalityChecks",
                column: "MaterialId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityChecks_NextRoundOn",
                table: "OriginalityChecks",
                column: "NextRoundOn");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityChecks_Status_QueuedAt",
                table: "OriginalityChecks",
                columns: new[] { "Status", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityChecks_VersionId_MaterialId_Round",
                table: "OriginalityChecks",
                columns: new[] { "VersionId", "MaterialId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityExclusions_CheckId",
                table: "OriginalityExclusions",
                column: "CheckId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityExclusions_HandoutId",
                table: "OriginalityExclusions",
                column: "HandoutId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityExclusions_OwnMaterialId",
                table: "OriginalityExclusions",
                column: "OwnMaterialId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityPassages_CheckId",
                table: "OriginalityPassages",
                column: "CheckId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityPassages_SourceMaterialId",
                table: "OriginalityPassages",
                column: "SourceMaterialId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalitySources_CheckId",
                table: "OriginalitySources",
                column: "CheckId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalitySources_SourceMaterialId",
                table: "OriginalitySources",
                column: "SourceMaterialId");

            migrationBuilder.CreateIndex(
                name: "IX_OriginalityTries_CheckId_Number",
                table: "OriginalityTries",
                columns: new[] { "CheckId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutsideIdentities_Issuer_Subject",
                table: "OutsideIdentities",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutsideIdentities_PersonId",
                table: "OutsideIdentities",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PairMeetings_PairId_HeldOn",
                table: "PairMeetings",
                columns: new[] { "PairId", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PairMeetings_StepId",
                table: "PairMeetings",
                column: "StepId");

            migrationBuilder.CreateIndex(
                name: "IX_PairSteps_PairId_DueOn",
                table: "PairSteps",
                columns: new[] { "PairId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PartnerSchools_LeadingId_SchoolId",
                table: "PartnerSchools",
                columns: new[] { "LeadingId", "SchoolId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PartnerSchools_SchoolId",
                table: "PartnerSchools",
                column: "SchoolId");

            migrationBuilder.CreateIndex(
                name: "IX_PassageRemarks_CriterionId",
                table: "PassageRemarks",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_PassageRemarks_MaterialId",
                table: "PassageRemarks",
                column: "MaterialId");

            migrationBuilder.CreateIndex(
                name: "IX_PassageRemarks_SheetId",
                table: "PassageRemarks",
                column: "SheetId");

            migrationBuilder.CreateIndex(
                name: "IX_PassageReviews_By",
                table: "PassageReviews",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_PassageReviews_MaterialId_SourceMaterialId_Start",
                table: "PassageReviews",
                columns: new[] { "MaterialId", "SourceMaterialId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_PassageReviews_SourceMaterialId",
                table: "PassageReviews",
                column: "SourceMaterialId");

            migrationBuilder.CreateIndex(
                name: "IX_Persons_Iin",
                table: "Persons",
                column: "Iin",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Persons_SortKey",
                table: "Persons",
                column: "SortKey");

            migrationBuilder.CreateIndex(
                name: "IX_PlanImports_ById",
                table: "PlanImports",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_PlanImports_PlanId_TakenAt",
                table: "PlanImports",
                columns: new[] { "PlanId", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanItems_PlanId_Position",
                table: "PlanItems",
                columns: new[] { "PlanId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanNotices_ItemId",
                table: "PlanNotices",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanNotices_PersonId",
                table: "PlanNotices",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanNotices_Status_StatusSince",
                table: "PlanNotices",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanNotices_WindowId_PersonId_Kind",
                table: "PlanNotices",
                columns: new[] { "WindowId", "PersonId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanProofs_ById",
                table: "PlanProofs",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_PlanProofs_ItemId",
                table: "PlanProofs",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanResponsible_ItemId",
                table: "PlanResponsible",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanResponsible_PersonId",
                table: "PlanResponsible",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanWindows_ItemId_To",
                table: "PlanWindows",
                columns: new[] { "ItemId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanWindows_To",
                table: "PlanWindows",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_PortfolioExports_PersonId_AskedAt",
                table: "PortfolioExports",
                columns: new[] { "PersonId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PortfolioExports_Status",
                table: "PortfolioExports",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_PortfolioMaterials_PortfolioId_Kind_Part_Number",
                table: "PortfolioMaterials",
                columns: new[] { "PortfolioId", "Kind", "Part", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Portfolios_EnrolmentId",
                table: "Portfolios",
                column: "EnrolmentId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Portfolios_Status_StatusSince",
                table: "Portfolios",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_PortfolioVersionMaterials_VersionId",
                table: "PortfolioVersionMaterials",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_PortfolioVersions_PortfolioId_Number",
                table: "PortfolioVersions",
                columns: new[] { "PortfolioId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeAccreditations_ProgrammeId",
                table: "ProgrammeAccreditations",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeContacts_VersionId_Kind_Month",
                table: "ProgrammeContacts",
                columns: new[] { "VersionId", "Kind", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeCorrections_PersonId",
                table: "ProgrammeCorrections",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeCorrections_VersionId",
                table: "ProgrammeCorrections",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeModules_VersionId_Order",
                table: "ProgrammeModules",
                columns: new[] { "VersionId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammePhases_VersionId_Order",
                table: "ProgrammePhases",
                columns: new[] { "VersionId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Programmes_CentreId",
                table: "Programmes",
                column: "CentreId");

            migrationBuilder.CreateIndex(
                name: "IX_Programmes_Code",
                table: "Programmes",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeVersionApprovals_VersionId",
                table: "ProgrammeVersionApprovals",
                column: "VersionId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeVersions_AssessingBodyId",
                table: "ProgrammeVersions",
                column: "AssessingBodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgrammeVersions_ProgrammeId_Number",
                table: "ProgrammeVersions",
                columns: new[] { "ProgrammeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Protocols_CaseId",
                table: "Protocols",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Protocols_CommissionId",
                table: "Protocols",
                column: "CommissionId");

            migrationBuilder.CreateIndex(
                name: "IX_Protocols_Number",
                table: "Protocols",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Protocols_SittingId",
                table: "Protocols",
                column: "SittingId");

            migrationBuilder.CreateIndex(
                name: "IX_ProviderAccreditations_ProviderId",
                table: "ProviderAccreditations",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_Providers_OrganisationId",
                table: "Providers",
                column: "OrganisationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PupilObservations_LessonId_ObserverId_Letter",
                table: "PupilObservations",
                columns: new[] { "LessonId", "ObserverId", "Letter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PupilObservations_ObserverId",
                table: "PupilObservations",
                column: "ObserverId");

            migrationBuilder.CreateIndex(
                name: "IX_PupilObservations_StudyId",
                table: "PupilObservations",
                column: "StudyId");

            migrationBuilder.CreateIndex(
                name: "IX_QualityReviews_ProviderId",
                table: "QualityReviews",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_Questionnaires_StudyId_Audience_Kind",
                table: "Questionnaires",
                columns: new[] { "StudyId", "Audience", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Questionnaires_Token",
                table: "Questionnaires",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuestionnaireVersions_QuestionnaireId_Number",
                table: "QuestionnaireVersions",
                columns: new[] { "QuestionnaireId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Quotas_ProgrammeId",
                table: "Quotas",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_Quotas_RegionId",
                table: "Quotas",
                column: "RegionId");

            migrationBuilder.CreateIndex(
                name: "IX_Quotas_Year_ProgrammeId_RegionId_Language_Funding",
                table: "Quotas",
                columns: new[] { "Year", "ProgrammeId", "RegionId", "Language", "Funding" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QuotaShortfalls_PersonId",
                table: "QuotaShortfalls",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_QuotaShortfalls_QuotaId",
                table: "QuotaShortfalls",
                column: "QuotaId");

            migrationBuilder.CreateIndex(
                name: "IX_QuotaTransfers_FromQuotaId",
                table: "QuotaTransfers",
                column: "FromQuotaId");

            migrationBuilder.CreateIndex(
                name: "IX_QuotaTransfers_PersonId",
                table: "QuotaTransfers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_QuotaTransfers_ToQuotaId",
                table: "QuotaTransfers",
                column: "ToQuotaId");

            migrationBuilder.CreateIndex(
                name: "IX_RatingBands_RubricId_Position",
                table: "RatingBands",
                columns: new[] { "RubricId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RatingBlocks_RubricId_Position",
                table: "RatingBlocks",
                columns: new[] { "RubricId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RatingPoints_BlockId",
                table: "RatingPoints",
                column: "BlockId");

            migrationBuilder.CreateIndex(
                name: "IX_RatingPoints_RowId_BlockId",
                table: "RatingPoints",
                columns: new[] { "RowId", "BlockId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RatingRows_RatingId_Key",
                table: "RatingRows",
                columns: new[] { "RatingId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RatingRubrics_OrganisationId",
                table: "RatingRubrics",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Ratings_RubricId_Year",
                table: "Ratings",
                columns: new[] { "RubricId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReasonLetters_ApprovedById",
                table: "ReasonLetters",
                column: "ApprovedById");

            migrationBuilder.CreateIndex(
                name: "IX_ReasonLetters_CaseId",
                table: "ReasonLetters",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReasonLetters_Number",
                table: "ReasonLetters",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReasonLetters_ProtocolId",
                table: "ReasonLetters",
                column: "ProtocolId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecertificationCampaigns_RubricId",
                table: "RecertificationCampaigns",
                column: "RubricId");

            migrationBuilder.CreateIndex(
                name: "IX_RecertificationCampaigns_Year",
                table: "RecertificationCampaigns",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recertifications_AuthorisationId",
                table: "Recertifications",
                column: "AuthorisationId");

            migrationBuilder.CreateIndex(
                name: "IX_Recertifications_CampaignId_AuthorisationId",
                table: "Recertifications",
                columns: new[] { "CampaignId", "AuthorisationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recertifications_CampaignId_Status",
                table: "Recertifications",
                columns: new[] { "CampaignId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_Recertifications_DecidedBy",
                table: "Recertifications",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Recertifications_Number",
                table: "Recertifications",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Recertifications_ProgrammeId",
                table: "Recertifications",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_Recertifications_TrainerId",
                table: "Recertifications",
                column: "TrainerId");

            migrationBuilder.CreateIndex(
                name: "IX_ReflectiveChecks_ReportId",
                table: "ReflectiveChecks",
                column: "ReportId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReflectiveChecks_Status_QueuedAt",
                table: "ReflectiveChecks",
                columns: new[] { "Status", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReflectivePassages_CheckId",
                table: "ReflectivePassages",
                column: "CheckId");

            migrationBuilder.CreateIndex(
                name: "IX_ReflectiveReports_RecertificationId",
                table: "ReflectiveReports",
                column: "RecertificationId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterExportPortions_ExportId_Number",
                table: "RegisterExportPortions",
                columns: new[] { "ExportId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterExports_AfterId",
                table: "RegisterExports",
                column: "AfterId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterExports_OwnerId",
                table: "RegisterExports",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterExports_PlaceId_AskedAt",
                table: "RegisterExports",
                columns: new[] { "PlaceId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterImports_OwnerId",
                table: "RegisterImports",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterImports_PlaceId_Sha256",
                table: "RegisterImports",
                columns: new[] { "PlaceId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterImports_Status_MovedAt",
                table: "RegisterImports",
                columns: new[] { "Status", "MovedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterPortions_ImportId_Number",
                table: "RegisterPortions",
                columns: new[] { "ImportId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_ContactId_RecipientId_Kind_DueOn",
                table: "Reminders",
                columns: new[] { "ContactId", "RecipientId", "Kind", "DueOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_RecipientId_DueOn",
                table: "Reminders",
                columns: new[] { "RecipientId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_Status_DueOn",
                table: "Reminders",
                columns: new[] { "Status", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_ResearchLessons_StudyId_Number",
                table: "ResearchLessons",
                columns: new[] { "StudyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResearchLessons_TeacherId",
                table: "ResearchLessons",
                column: "TeacherId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_OrganisationId",
                table: "RoleAssignments",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignments_PersonId_Role_OrganisationId",
                table: "RoleAssignments",
                columns: new[] { "PersonId", "Role", "OrganisationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RubricCriteria_RubricId_Order",
                table: "RubricCriteria",
                columns: new[] { "RubricId", "Order" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RubricMarks_CriterionId",
                table: "RubricMarks",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_RubricMarks_SheetId_CriterionId",
                table: "RubricMarks",
                columns: new[] { "SheetId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rubrics_CentreId",
                table: "Rubrics",
                column: "CentreId");

            migrationBuilder.CreateIndex(
                name: "IX_Rubrics_Code_Number",
                table: "Rubrics",
                columns: new[] { "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RubricSheets_AuthorId",
                table: "RubricSheets",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_RubricSheets_PortfolioVersionId_Role_Turn",
                table: "RubricSheets",
                columns: new[] { "PortfolioVersionId", "Role", "Turn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RubricSheets_RubricId",
                table: "RubricSheets",
                column: "RubricId");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSets_BasedOnId",
                table: "RuleSets",
                column: "BasedOnId");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSets_Code",
                table: "RuleSets",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RuleSimulations_AfterId_AskedAt",
                table: "RuleSimulations",
                columns: new[] { "AfterId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RuleSimulations_AskedById",
                table: "RuleSimulations",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_RuleSimulations_BeforeId",
                table: "RuleSimulations",
                column: "BeforeId");

            migrationBuilder.CreateIndex(
                name: "IX_SchoolCoaches_PersonId_Direction",
                table: "SchoolCoaches",
                columns: new[] { "PersonId", "Direction" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SchoolCoaches_SchoolId_Direction",
                table: "SchoolCoaches",
                columns: new[] { "SchoolId", "Direction" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolTeams_SchoolId_Status",
                table: "SchoolTeams",
                columns: new[] { "SchoolId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolVisits_OrganisationId_StartsOn",
                table: "SchoolVisits",
                columns: new[] { "OrganisationId", "StartsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolVisits_SchoolId_StartsOn",
                table: "SchoolVisits",
                columns: new[] { "SchoolId", "StartsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolVisits_StartsOn",
                table: "SchoolVisits",
                column: "StartsOn");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Begins",
                table: "Sessions",
                column: "Begins");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_GroupId_Begins",
                table: "Sessions",
                columns: new[] { "GroupId", "Begins" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_RoomKey_Begins",
                table: "Sessions",
                columns: new[] { "RoomKey", "Begins" });

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_TrainerId_Begins",
                table: "Sessions",
                columns: new[] { "TrainerId", "Begins" });

            migrationBuilder.CreateIndex(
                name: "IX_SittingItems_CaseId",
                table: "SittingItems",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_SittingItems_SittingId_CaseId",
                table: "SittingItems",
                columns: new[] { "SittingId", "CaseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SittingPresences_MemberId",
                table: "SittingPresences",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_SittingPresences_SittingId_MemberId",
                table: "SittingPresences",
                columns: new[] { "SittingId", "MemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_Sittings_CommissionId_PlannedOn",
                table: "Sittings",
                columns: new[] { "CommissionId", "PlannedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Sittings_Number",
                table: "Sittings",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandardisationEvents_By",
                table: "StandardisationEvents",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_StandardisationEvents_On",
                table: "StandardisationEvents",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_StandardisationParts_EventId_TrainerId",
                table: "StandardisationParts",
                columns: new[] { "EventId", "TrainerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StandardisationParts_TrainerId",
                table: "StandardisationParts",
                column: "TrainerId");

            migrationBuilder.CreateIndex(
                name: "IX_StatedTables_KeptById",
                table: "StatedTables",
                column: "KeptById");

            migrationBuilder.CreateIndex(
                name: "IX_StatedTables_OrganisationId_Sha256",
                table: "StatedTables",
                columns: new[] { "OrganisationId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_Studies_OrganisationId_StartsOn",
                table: "Studies",
                columns: new[] { "OrganisationId", "StartsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_StudyInvitations_PersonId",
                table: "StudyInvitations",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StudyInvitations_ProgrammeId",
                table: "StudyInvitations",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_StudyInvitations_QuestionnaireId_PersonId",
                table: "StudyInvitations",
                columns: new[] { "QuestionnaireId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StudyNotices_PersonId",
                table: "StudyNotices",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_StudyNotices_QuestionnaireId_PersonId_Number",
                table: "StudyNotices",
                columns: new[] { "QuestionnaireId", "PersonId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StudyNotices_Status_WrittenAt",
                table: "StudyNotices",
                columns: new[] { "Status", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StudyProgrammes_ProgrammeId",
                table: "StudyProgrammes",
                column: "ProgrammeId");

            migrationBuilder.CreateIndex(
                name: "IX_StudyProgrammes_StudyId_ProgrammeId",
                table: "StudyProgrammes",
                columns: new[] { "StudyId", "ProgrammeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupportContacts_DoneAt_DueOn",
                table: "SupportContacts",
                columns: new[] { "DoneAt", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportContacts_EnrolmentId_Kind_DueOn",
                table: "SupportContacts",
                columns: new[] { "EnrolmentId", "Kind", "DueOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupportContacts_PersonId_DueOn",
                table: "SupportContacts",
                columns: new[] { "PersonId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportContacts_TrainerId_DueOn",
                table: "SupportContacts",
                columns: new[] { "TrainerId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportEventParticipants_ContactId",
                table: "SupportEventParticipants",
                column: "ContactId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupportEventParticipants_EventId",
                table: "SupportEventParticipants",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_SupportEventParticipants_PersonId",
                table: "SupportEventParticipants",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SupportEvents_TrainerId_HeldOn",
                table: "SupportEvents",
                columns: new[] { "TrainerId", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportLessons_ContactId",
                table: "SupportLessons",
                column: "ContactId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupportLessons_LessonOn_Status",
                table: "SupportLessons",
                columns: new[] { "LessonOn", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportLessons_ObserverId",
                table: "SupportLessons",
                column: "ObserverId");

            migrationBuilder.CreateIndex(
                name: "IX_SupportLessons_PersonId_Status",
                table: "SupportLessons",
                columns: new[] { "PersonId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_TeamCourses_TeamId_EnrolledAs",
                table: "TeamCourses",
                columns: new[] { "TeamId", "EnrolledAs" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_PersonId",
                table: "TeamMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamMembers_TeamId_PersonId",
                table: "TeamMembers",
                columns: new[] { "TeamId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TeamReviews_TeamId",
                table: "TeamReviews",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_TeamTasks_ResponsibleId_Status",
                table: "TeamTasks",
                columns: new[] { "ResponsibleId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_TeamTasks_TeamId",
                table: "TeamTasks",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_TestAttempts_EndedAt_EndsAt",
                table: "TestAttempts",
                columns: new[] { "EndedAt", "EndsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TestAttempts_PersonId",
                table: "TestAttempts",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TestAttempts_TestId_PersonId",
                table: "TestAttempts",
                columns: new[] { "TestId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TestingNotices_AppealId",
                table: "TestingNotices",
                column: "AppealId");

            migrationBuilder.CreateIndex(
                name: "IX_TestingNotices_AttemptId_AppealId_Kind",
                table: "TestingNotices",
                columns: new[] { "AttemptId", "AppealId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TestingNotices_PersonId",
                table: "TestingNotices",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TestingNotices_Status_WrittenAt",
                table: "TestingNotices",
                columns: new[] { "Status", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TestItems_Number",
                table: "TestItems",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TestTaskAppeals_CaseId_TestOn_Task",
                table: "TestTaskAppeals",
                columns: new[] { "CaseId", "TestOn", "Task" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TicketEntries_PersonId",
                table: "TicketEntries",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TicketEntries_TicketId_Number",
                table: "TicketEntries",
                columns: new[] { "TicketId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TicketNotices_EntryId",
                table: "TicketNotices",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TicketNotices_Status_WrittenAt",
                table: "TicketNotices",
                columns: new[] { "Status", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketNotices_TicketId",
                table: "TicketNotices",
                column: "TicketId");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_AskedAt",
                table: "Tickets",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Number",
                table: "Tickets",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_PersonId",
                table: "Tickets",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_Status_StatusSince",
                table: "Tickets",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainerAuthorisations_ProgrammeId_Status_ValidUntil",
                table: "TrainerAuthorisations",
                columns: new[] { "ProgrammeId", "Status", "ValidUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainerAuthorisations_TrainedOn",
                table: "TrainerAuthorisations",
                column: "TrainedOn");

            migrationBuilder.CreateIndex(
                name: "IX_TrainerAuthorisations_TrainerId_ProgrammeId",
                table: "TrainerAuthorisations",
                columns: new[] { "TrainerId", "ProgrammeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainerAuthorisationSteps_AuthorisationId",
                table: "TrainerAuthorisationSteps",
                column: "AuthorisationId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainerAuthorisationSteps_By",
                table: "TrainerAuthorisationSteps",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_TrainerContracts_TrainerId",
                table: "TrainerContracts",
                column: "TrainerId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainerLapses_GroupId_Status",
                table: "TrainerLapses",
                columns: new[] { "GroupId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainerLapses_PersonId",
                table: "TrainerLapses",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainerLapses_Status_TakeOffOn",
                table: "TrainerLapses",
                columns: new[] { "Status", "TakeOffOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainerMarks_CriterionId",
                table: "TrainerMarks",
                column: "CriterionId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainerMarks_SheetId_CriterionId",
                table: "TrainerMarks",
                columns: new[] { "SheetId", "CriterionId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainerNotes_By",
                table: "TrainerNotes",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_TrainerNotes_TrainerId_On",
                table: "TrainerNotes",
                columns: new[] { "TrainerId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainerNotices_RecipientId",
                table: "TrainerNotices",
                column: "RecipientId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainerNotices_Status_StatusSince",
                table: "TrainerNotices",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainerNotices_SubjectId_Kind_RecipientId",
                table: "TrainerNotices",
                columns: new[] { "SubjectId", "Kind", "RecipientId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Trainers_BranchId",
                table: "Trainers",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_Trainers_PersonId",
                table: "Trainers",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainerSheets_AuthorId_SignedAt",
                table: "TrainerSheets",
                columns: new[] { "AuthorId", "SignedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainerSheets_RecertificationId_Turn",
                table: "TrainerSheets",
                columns: new[] { "RecertificationId", "Turn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainerSheets_ReportId",
                table: "TrainerSheets",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingStates_DistrictId_OrganisationId_DueOn_SatisfiedOn",
                table: "TrainingStates",
                columns: new[] { "DistrictId", "OrganisationId", "DueOn", "SatisfiedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingStates_OrganisationId_DueOn",
                table: "TrainingStates",
                columns: new[] { "OrganisationId", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingStates_RegionId_DistrictId_DueOn_SatisfiedOn",
                table: "TrainingStates",
                columns: new[] { "RegionId", "DistrictId", "DueOn", "SatisfiedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TrialTests_OrganisationId_ClosesOn",
                table: "TrialTests",
                columns: new[] { "OrganisationId", "ClosesOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TrialTests_Status_ClosesOn",
                table: "TrialTests",
                columns: new[] { "Status", "ClosesOn" });

            migrationBuilder.CreateIndex(
                name: "IX_TrialTestSections_TestId_Place",
                table: "TrialTestSections",
                columns: new[] { "TestId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_EnrolmentId",
                table: "Uploads",
                column: "EnrolmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_ExpiresAt",
                table: "Uploads",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_Uploads_PersonId",
                table: "Uploads",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_ViolationActs_CaseId_ActNumber",
                table: "ViolationActs",
                columns: new[] { "CaseId", "ActNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ViolationActs_PersonId",
                table: "ViolationActs",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitCounts_StageId_Kind",
                table: "VisitCounts",
                columns: new[] { "StageId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisitNotices_PersonId",
                table: "VisitNotices",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitNotices_Status_WrittenAt",
                table: "VisitNotices",
                columns: new[] { "Status", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VisitNotices_VisitId_PersonId",
                table: "VisitNotices",
                columns: new[] { "VisitId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisitStages_ClosedById",
                table: "VisitStages",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_VisitStages_ResponsibleId",
                table: "VisitStages",
                column: "ResponsibleId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitStages_VisitId_Kind",
                table: "VisitStages",
                columns: new[] { "VisitId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisitTemplates_OrganisationId",
                table: "VisitTemplates",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_VisitTemplateStages_TemplateId_Kind",
                table: "VisitTemplateStages",
                columns: new[] { "TemplateId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_At",
                table: "WebhookDeliveries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_Status_NextAt",
                table: "WebhookDeliveries",
                columns: new[] { "Status", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WebhookDeliveries_WebhookId_At",
                table: "WebhookDeliveries",
                columns: new[] { "WebhookId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_OwnerId",
                table: "Webhooks",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_PlaceId",
                table: "Webhooks",
                column: "PlaceId");

            migrationBuilder.CreateIndex(
                name: "IX_Webhooks_Status",
                table: "Webhooks",
                column: "Status");

            migrationBuilder.CreateIndex(
                name: "IX_WebhookTries_DeliveryId_At",
                table: "WebhookTries",
                columns: new[] { "DeliveryId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkPlans_MadeById",
                table: "WorkPlans",
                column: "MadeById");

            migrationBuilder.CreateIndex(
                name: "IX_WorkPlans_OrganisationId_YearStart",
                table: "WorkPlans",
                columns: new[] { "OrganisationId", "YearStart" });

            migrationBuilder.CreateIndex(
                name: "IX_YearlyTerms_Year_Session",
                table: "YearlyTerms",
                columns: new[] { "Year", "Session" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Accounts");

            migrationBuilder.DropTable(
                name: "AnswerSheets");

            migrationBuilder.DropTable(
                name: "AnswerStrikes");

            migrationBuilder.DropTable(
                name: "ApiReplies");

            migrationBuilder.DropTable(
                name: "ApiTokens");

            migrationBuilder.DropTable(
                name: "Appeals");

            migrationBuilder.DropTable(
                name: "AssessmentPlans");

            migrationBuilder.DropTable(
                name: "AssessorProfiles");

            migrationBuilder.DropTable(
                name: "AttemptAnswers");

            migrationBuilder.DropTable(
                name: "AttemptScores");

            migrationBuilder.DropTable(
                name: "AttendanceMarks");

            migrationBuilder.DropTable(
                name: "AttendanceWindows");

            migrationBuilder.DropTable(
                name: "AttestationNotices");

            migrationBuilder.DropTable(
                name: "AttestationOrders");

            migrationBuilder.DropTable(
                name: "AuditEvents");

            migrationBuilder.DropTable(
                name: "AuditHeads");

            migrationBuilder.DropTable(
                name: "BallotMarks");

            migrationBuilder.DropTable(
                name: "BallotTallies");

            migrationBuilder.DropTable(
                name: "BankComments");

            migrationBuilder.DropTable(
                name: "BranchRegions");

            migrationBuilder.DropTable(
                name: "CalendarFeeds");

            migrationBuilder.DropTable(
                name: "CannedAnswers");

            migrationBuilder.DropTable(
                name: "CaseEssays");

            migrationBuilder.DropTable(
                name: "CaseEvidence");

            migrationBuilder.DropTable(
                name: "CaseRecusals");

            migrationBuilder.DropTable(
                name: "CaseVotes");

            migrationBuilder.DropTable(
                name: "CategoryNotices");

            migrationBuilder.DropTable(
                name: "CategoryPauses");

            migrationBuilder.DropTable(
                name: "CategoryRecords");

            migrationBuilder.DropTable(
                name: "CertificateBatchRows");

            migrationBuilder.DropTable(
                name: "CertificateEndorsements");

            migrationBuilder.DropTable(
                name: "CertificateSteps");

            migrationBuilder.DropTable(
                name: "CertificateTemplates");

            migrationBuilder.DropTable(
                name: "ClassResults");

            migrationBuilder.DropTable(
                name: "CoachEventPeople");

            migrationBuilder.DropTable(
                name: "CoachEventSchools");

            migrationBuilder.DropTable(
                name: "CommissionMembers");

            migrationBuilder.DropTable(
                name: "ComparisonWithdrawals");

            migrationBuilder.DropTable(
                name: "ContactChanges");

            migrationBuilder.DropTable(
                name: "CriterionClaims");

            migrationBuilder.DropTable(
                name: "CriterionScores");

            migrationBuilder.DropTable(
                name: "CycleSteps");

            migrationBuilder.DropTable(
                name: "DeclaredTies");

            migrationBuilder.DropTable(
                name: "DevelopmentActivities");

            migrationBuilder.DropTable(
                name: "DiagnosedLevels");

            migrationBuilder.DropTable(
                name: "Employments");

            migrationBuilder.DropTable(
                name: "EnrolmentDecisions");

            migrationBuilder.DropTable(
                name: "EnrolmentListRows");

            migrationBuilder.DropTable(
                name: "EnrolmentNotices");

            migrationBuilder.DropTable(
                name: "ExamplePortfolios");

            migrationBuilder.DropTable(
                name: "ExportParts");

            migrationBuilder.DropTable(
                name: "HandoutTexts");

            migrationBuilder.DropTable(
                name: "IndexBlocks");

            migrationBuilder.DropTable(
                name: "IndexedDocuments");

            migrationBuilder.DropTable(
                name: "IndexSegments");

            migrationBuilder.DropTable(
                name: "IssuedFiles");

            migrationBuilder.DropTable(
                name: "IssuerKeys");

            migrationBuilder.DropTable(
                name: "ItemReviews");

            migrationBuilder.DropTable(
                name: "LessonObservations");

            migrationBuilder.DropTable(
                name: "LessonParameterMarks");

            migrationBuilder.DropTable(
                name: "LessonStudyMembers");

            migrationBuilder.DropTable(
                name: "LessonStudyPupils");

            migrationBuilder.DropTable(
                name: "LibraryCounts");

            migrationBuilder.DropTable(
                name: "LibraryEntries");

            migrationBuilder.DropTable(
                name: "LibraryReviews");

            migrationBuilder.DropTable(
                name: "LibrarySectionRights");

            migrationBuilder.DropTable(
                name: "LibraryTerms");

            migrationBuilder.DropTable(
                name: "LtiAssertions");

            migrationBuilder.DropTable(
                name: "LtiKeys");

            migrationBuilder.DropTable(
                name: "LtiLaunches");

            migrationBuilder.DropTable(
                name: "LtiScores");

            migrationBuilder.DropTable(
                name: "MailChoices");

            migrationBuilder.DropTable(
                name: "MarkingClearances");

            migrationBuilder.DropTable(
                name: "MarkingReports");

            migrationBuilder.DropTable(
                name: "MatrixEntries");

            migrationBuilder.DropTable(
                name: "NationalSignatures");

            migrationBuilder.DropTable(
                name: "NeedProposals");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "ObservedSigns");

            migrationBuilder.DropTable(
                name: "OrganisationAliases");

            migrationBuilder.DropTable(
                name: "OriginalityCaseGrounds");

            migrationBuilder.DropTable(
                name: "OriginalityCaseNotices");

            migrationBuilder.DropTable(
                name: "OriginalityExclusions");

            migrationBuilder.DropTable(
                name: "OriginalityPassages");

            migrationBuilder.DropTable(
                name: "OriginalitySources");

            migrationBuilder.DropTable(
                name: "OriginalityTries");

            migrationBuilder.DropTable(
                name: "OutsideIdentities");

            migrationBuilder.DropTable(
                name: "PairMeetings");

            migrationBuilder.DropTable(
                name: "PartnerSchools");

            migrationBuilder.DropTable(
                name: "PassageRemarks");

            migrationBuilder.DropTable(
                name: "PassageReviews");

            migrationBuilder.DropTable(
                name: "PlanImports");

            migrationBuilder.DropTable(
                name: "PlanNotices");

            migrationBuilder.DropTable(
                name: "PlanProofs");

            migrationBuilder.DropTable(
                name: "PlanResponsible");

            migrationBuilder.DropTable(
                name: "PlanWindows");

            migrationBuilder.DropTable(
                name: "PortfolioTexts");

            migrationBuilder.DropTable(
                name: "PortfolioVersionMaterials");

            migrationBuilder.DropTable(
                name: "ProgrammeAccreditations");

            migrationBuilder.DropTable(
                name: "ProgrammeContacts");

            migrationBuilder.DropTable(
                name: "ProgrammeCorrections");

            migrationBuilder.DropTable(
                name: "ProgrammeModules");

            migrationBuilder.DropTable(
                name: "ProgrammePhases");

            migrationBuilder.DropTable(
                name: "ProgrammeVersionApprovals");

            migrationBuilder.DropTable(
                name: "ProviderAccreditations");

            migrationBuilder.DropTable(
                name: "PupilObservations");

            migrationBuilder.DropTable(
                name: "QualityReviews");

            migrationBuilder.DropTable(
                name: "QuotaShortfalls");

            migrationBuilder.DropTable(
                name: "QuotaTransfers");

            migrationBuilder.DropTable(
                name: "RatingBands");

            migrationBuilder.DropTable(
                name: "RatingPoints");

            migrationBuilder.DropTable(
                name: "ReasonLetters");

            migrationBuilder.DropTable(
                name: "ReflectivePassages");

            migrationBuilder.DropTable(
                name: "ReflectiveTexts");

            migrationBuilder.DropTable(
                name: "RegisterExportPortions");

            migrationBuilder.DropTable(
                name: "RegisterPortions");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "RoleAssignments");

            migrationBuilder.DropTable(
                name: "RubricMarks");

            migrationBuilder.DropTable(
                name: "RuleSimulations");

            migrationBuilder.DropTable(
                name: "ScheduleRuns");

            migrationBuilder.DropTable(
                name: "SchoolCoaches");

            migrationBuilder.DropTable(
                name: "SittingItems");

            migrationBuilder.DropTable(
                name: "SittingPresences");

            migrationBuilder.DropTable(
                name: "StandardisationParts");

            migrationBuilder.DropTable(
                name: "StatedTables");

            migrationBuilder.DropTable(
                name: "StudyInvitations");

            migrationBuilder.DropTable(
                name: "StudyNotices");

            migrationBuilder.DropTable(
                name: "StudyProgrammes");

            migrationBuilder.DropTable(
                name: "SupportEventParticipants");

            migrationBuilder.DropTable(
                name: "TeamCourses");

            migrationBuilder.DropTable(
                name: "TeamMembers");

            migrationBuilder.DropTable(
                name: "TeamReviews");

            migrationBuilder.DropTable(
                name: "TeamTasks");

            migrationBuilder.DropTable(
                name: "TestingNotices");

            migrationBuilder.DropTable(
                name: "TestTaskAppeals");

            migrationBuilder.DropTable(
                name: "TicketNotices");

            migrationBuilder.DropTable(
                name: "TrainerAuthorisationSteps");

            migrationBuilder.DropTable(
                name: "TrainerContracts");

            migrationBuilder.DropTable(
                name: "TrainerLapses");

            migrationBuilder.DropTable(
                name: "TrainerMarks");

            migrationBuilder.DropTable(
                name: "TrainerNotes");

            migrationBuilder.DropTable(
                name: "TrainerNotices");

            migrationBuilder.DropTable(
                name: "TrainingStates");

            migrationBuilder.DropTable(
                name: "TrainingTallies");

            migrationBuilder.DropTable(
                name: "TrialTestSections");

            migrationBuilder.DropTable(
                name: "Uploads");

            migrationBuilder.DropTable(
                name: "ViolationActs");

            migrationBuilder.DropTable(
                name: "VisitCounts");

            migrationBuilder.DropTable(
                name: "VisitNotices");

            migrationBuilder.DropTable(
                name: "VisitTemplateStages");

            migrationBuilder.DropTable(
                name: "WebhookTries");

            migrationBuilder.DropTable(
                name: "YearlyTerms");

            migrationBuilder.DropTable(
                name: "OpenAnswers");

            migrationBuilder.DropTable(
                name: "Gradings");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "AuditProcesses");

            migrationBuilder.DropTable(
                name: "ChairBallots");

            migrationBuilder.DropTable(
                name: "EvidenceItems");

            migrationBuilder.DropTable(
                name: "CertificateBatches");

            migrationBuilder.DropTable(
                name: "CoachEvents");

            migrationBuilder.DropTable(
                name: "NeedsDiagnoses");

            migrationBuilder.DropTable(
                name: "EnrolmentLists");

            migrationBuilder.DropTable(
                name: "PortfolioExports");

            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropTable(
                name: "LibraryVersions");

            migrationBuilder.DropTable(
                name: "LtiCourses");

            migrationBuilder.DropTable(
                name: "ChainLinks");

            migrationBuilder.DropTable(
                name: "SupportLessons");

            migrationBuilder.DropTable(
                name: "OriginalityCases");

            migrationBuilder.DropTable(
                name: "Handouts");

            migrationBuilder.DropTable(
                name: "OriginalityChecks");

            migrationBuilder.DropTable(
                name: "PairSteps");

            migrationBuilder.DropTable(
                name: "LeadingSchools");

            migrationBuilder.DropTable(
                name: "PlanItems");

            migrationBuilder.DropTable(
                name: "ApprovalDocuments");

            migrationBuilder.DropTable(
                name: "ResearchLessons");

            migrationBuilder.DropTable(
                name: "Providers");

            migrationBuilder.DropTable(
                name: "Quotas");

            migrationBuilder.DropTable(
                name: "RatingBlocks");

            migrationBuilder.DropTable(
                name: "RatingRows");

            migrationBuilder.DropTable(
                name: "Protocols");

            migrationBuilder.DropTable(
                name: "ReflectiveChecks");

            migrationBuilder.DropTable(
                name: "RegisterExports");

            migrationBuilder.DropTable(
                name: "RegisterImports");

            migrationBuilder.DropTable(
                name: "RubricSheets");

            migrationBuilder.DropTable(
                name: "StandardisationEvents");

            migrationBuilder.DropTable(
                name: "SupportEvents");

            migrationBuilder.DropTable(
                name: "SchoolTeams");

            migrationBuilder.DropTable(
                name: "ItemAppeals");

            migrationBuilder.DropTable(
                name: "TicketEntries");

            migrationBuilder.DropTable(
                name: "RubricCriteria");

            migrationBuilder.DropTable(
                name: "TrainerSheets");

            migrationBuilder.DropTable(
                name: "VisitStages");

            migrationBuilder.DropTable(
                name: "VisitTemplates");

            migrationBuilder.DropTable(
                name: "WebhookDeliveries");

            migrationBuilder.DropTable(
                name: "QuestionnaireVersions");

            migrationBuilder.DropTable(
                name: "LibraryMaterials");

            migrationBuilder.DropTable(
                name: "LtiTools");

            migrationBuilder.DropTable(
                name: "SupportContacts");

            migrationBuilder.DropTable(
                name: "PortfolioMaterials");

            migrationBuilder.DropTable(
                name: "MentoringPairs");

            migrationBuilder.DropTable(
                name: "NetworkLists");

            migrationBuilder.DropTable(
                name: "WorkPlans");

            migrationBuilder.DropTable(
                name: "LessonStudies");

            migrationBuilder.DropTable(
                name: "Ratings");

            migrationBuilder.DropTable(
                name: "AttestationCases");

            migrationBuilder.DropTable(
                name: "Sittings");

            migrationBuilder.DropTable(
                name: "PortfolioVersions");

            migrationBuilder.DropTable(
                name: "ItemVersions");

            migrationBuilder.DropTable(
                name: "TestAttempts");

            migrationBuilder.DropTable(
                name: "Tickets");

            migrationBuilder.DropTable(
                name: "ReflectiveReports");

            migrationBuilder.DropTable(
                name: "SchoolVisits");

            migrationBuilder.DropTable(
                name: "Webhooks");

            migrationBuilder.DropTable(
                name: "Questionnaires");

            migrationBuilder.DropTable(
                name: "LibrarySections");

            migrationBuilder.DropTable(
                name: "RatingRubrics");

            migrationBuilder.DropTable(
                name: "AttestationCycles");

            migrationBuilder.DropTable(
                name: "RuleSets");

            migrationBuilder.DropTable(
                name: "Commissions");

            migrationBuilder.DropTable(
                name: "Portfolios");

            migrationBuilder.DropTable(
                name: "TestItems");

            migrationBuilder.DropTable(
                name: "TrialTests");

            migrationBuilder.DropTable(
                name: "Recertifications");

            migrationBuilder.DropTable(
                name: "Studies");

            migrationBuilder.DropTable(
                name: "Enrolments");

            migrationBuilder.DropTable(
                name: "RecertificationCampaigns");

            migrationBuilder.DropTable(
                name: "TrainerAuthorisations");

            migrationBuilder.DropTable(
                name: "Groups");

            migrationBuilder.DropTable(
                name: "Rubrics");

            migrationBuilder.DropTable(
                name: "Trainers");

            migrationBuilder.DropTable(
                name: "ProgrammeVersions");

            migrationBuilder.DropTable(
                name: "Persons");

            migrationBuilder.DropTable(
                name: "Programmes");

            migrationBuilder.DropTable(
                name: "Organisations");
        }
    }
}
