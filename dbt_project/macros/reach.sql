{#-
    Every row that has a link, with every row that can be reached from it, itself included. `links` is a relation (place, linked_place)
    that holds each link in both directions; what comes out is (place, reached_place).
    DuckDB walks the links to the end. Spark knows no recursion over distinct rows: there they are squared seven times,
    which reaches over 128 links, more than a dispute has months in ten years.
-#}
{% macro reach(links) -%}
    {{ return(adapter.dispatch('reach')(links)) }}
{%- endmacro %}

{% macro default__reach(links) -%}
    with recursive walk(place, reached_place) as (
        select place, place from {{ links }}
        union
        select walk.place, links.linked_place
        from walk
        inner join {{ links }} as links
            on walk.reached_place = links.place
    )

    select * from walk
{%- endmacro %}

{% macro spark__reach(links) -%}
    with reach_0 as (
        select place, place as reached_place from {{ links }}
        union
        select place, linked_place from {{ links }}
    )
    {%- for step in range(7) %},

    reach_{{ step + 1 }} as (
        select distinct near.place, far.reached_place
        from reach_{{ step }} as near
        inner join reach_{{ step }} as far
            on near.reached_place = far.place
    )
    {%- endfor %}

    select * from reach_7
{%- endmacro %}
